declare module '*.woff?inline' {
  /** The face as a data address. */
  const address: string
  export default address
}
