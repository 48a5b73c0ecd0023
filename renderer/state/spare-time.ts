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
    whenSpare(work)
  }
  whenSpare(work)
  return () => {
    isOver = true
  }
}

function whenSpare(work: () => void): void {
  // Not in the language's own types, because not every engine has it.
  const { scheduler } = window as {
    scheduler?: { postTask(work: () => void, options: { priority: 'background' }): Promise<void> }
  }
  if (scheduler) void scheduler.postTask(work, { priority: 'background' })
  else setTimeout(work)
}
