import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../app/contract/bridge'

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  listen(wanted, listener) {
    // The event itself stays here: it would hand the page `ipcRenderer` through its sender.
    const relay = (_event: unknown, name: unknown, payload: unknown) => {
      if (name === wanted) listener(payload)
    }
    ipcRenderer.on('announce', relay)
    return () => {
      ipcRenderer.off('announce', relay)
    }
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
