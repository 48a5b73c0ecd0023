// oxlint-disable-next-line typescript/triple-slash-reference -- every room that reads this file needs the declaration
/// <reference path="../../woff.d.ts" />
export { default as stampFace } from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?inline'
