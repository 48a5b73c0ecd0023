import { useEffect } from 'react'

/** What the window, and with it a file that is printed to, is called while this is shown. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
}
