/**
 * What a window's engine for scripts is told, in megabytes: how much is set aside for what has just been made. By itself
 * it takes several times that while a large comparison is read, keeps it, and is not faster for it.
 */
export const scriptFlags = '--max-semi-space-size=4'
