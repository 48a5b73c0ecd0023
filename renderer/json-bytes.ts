/** What the engine answered as JSON in UTF-8; the contract of the operation says what is in it. */
export const readJsonBytes = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
