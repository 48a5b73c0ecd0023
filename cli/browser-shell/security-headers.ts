import { windowHeaders } from '../../engine/window-files'

/** Sent with every answer: what every window gets, and what a browser must be told besides. */
export const securityHeaders = {
  ...windowHeaders,
  'x-frame-options': 'DENY',
  'permissions-policy': [
    'camera=()',
    'microphone=()',
    'geolocation=()',
    'display-capture=()',
    'usb=()',
    'serial=()',
    'hid=()',
    'midi=()',
    'payment=()',
    'clipboard-read=()',
    'clipboard-write=(self)',
    'fullscreen=(self)',
  ].join(', '),
  'cache-control': 'no-store',
} as const
