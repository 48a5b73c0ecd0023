/** Works through steps that could also be taken one at a time, and gives back what they come to. */
export function endOf<T>(steps: Iterator<unknown, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
