/** After what the reader waits for; where the engine knows no such order, after what is under way. */
export function whenFree(work: () => void): void {
  // Not in the language's own types, because not every engine has it.
  const { scheduler } = window as { scheduler?: { postTask(work: () => void): Promise<void> } }
  if (scheduler) void scheduler.postTask(work)
  else setTimeout(work)
}
