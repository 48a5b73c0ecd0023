/** Milliseconds at a time that a window can spare while somebody begins to type. */
const sliceMs = 4

/** Works through the steps a slice at a time, after everything that a person waits for; what is given back stops it. */
export function inSpareTime(steps: Iterator<unknown>): () => void {
  let isOver = false
  const work = () => {
    if (isOver) return
    const until = performance.now() + sliceMs
    do if (steps.next().done) return
    while (performance.now() < until)
    whenFree(work, 'background')
  }
  whenFree(work, 'background')
  return () => {
    isOver = true
  }
}

/**
 * After what the reader waits for, or in the background after everything else; where the engine knows no such order,
 * after what is under way.
 */
export function whenFree(work: () => void, priority: 'user-visible' | 'background' = 'user-visible'): void {
  // Not in the language's own types, because not every engine has it.
  const { scheduler } = window as {
    scheduler?: { postTask(work: () => void, options: { priority: string }): Promise<void> }
  }
  if (scheduler) void scheduler.postTask(work, { priority })
  else setTimeout(work)
}
