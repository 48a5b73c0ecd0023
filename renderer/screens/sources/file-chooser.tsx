import { useRef, type ReactNode } from 'react'
import { useApplication, useSay } from '../../state/application'
import { bringInFiles } from '../../state/imports'

const chooserId = 'source-files'
const endings = '.txt,.md,.html,.htm,.mht,.mhtml,.pdf,.docx,.eml'

/** Opens the system's own file dialog; a click by script opens it only in answer to a key or a click. */
export function chooseFiles(): void {
  document.getElementById(chooserId)?.click()
}

export function useFileChooser(): ReactNode {
  const application = useApplication()
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  return (
    <input
      ref={input}
      id={chooserId}
      type="file"
      multiple
      hidden
      aria-label={say('sources.add')}
      accept={endings}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        // The same file may be chosen again.
        event.target.value = ''
        void bringInFiles(application, files)
      }}
    />
  )
}
