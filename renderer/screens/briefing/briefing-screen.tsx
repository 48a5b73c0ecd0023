export function BriefingScreen() {
  return null
}
