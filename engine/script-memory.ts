/**
 * What a window's engine for scripts is told, in megabytes: how much is set aside for what has just been made. By itself
 * it takes several times that while a large comparison is read, keeps it, and is not faster for it.
 */
export const scriptFlags = '--max-semi-space-size=4'

/** Left out of Chromium: each thread keeping large pieces of memory for its next use, some 6 MB of a large window. */
export const hoardingFeature = 'PartitionAllocLargeThreadCacheSize'
