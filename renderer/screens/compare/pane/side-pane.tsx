export function SidePane() {
  return null
}
