/**
 * Has what nobody holds any more taken away now, where the process was started so that this can be asked for. The engine
 * for scripts waits until as much again has been made, which for a large export is a third more memory.
 */
export const letGo = (): void => globalThis.gc?.()
