import { expect, test } from 'vitest'
import type { WallContent, WallPage } from '../../app/rules/presenting/wall-content'
import { buildSampleInto, openSampleApp } from '../builders/open-built-sample'

test('the sample is walked through from start to end', async () => {
  const { api, errors } = await openSampleApp(await buildSampleInto())
  const seen: WallContent[] = []
  api.listen('wall.shown', (content) => seen.push(content))
  let state = await api.call('presenting.begin', {}).catch((e) => { console.log(errors); throw e })
  for (let at = 0; at < 200 && state.next !== null; at += 1) {
    await api.call('presenting.move', { to: 'next' })
    state = (await api.call('presenting.state', {}))!
  }
  console.log(seen.length, JSON.stringify(seen.at(4), null, 1))
  console.log(seen.map((c) => (c.is === 'page' ? `${c.head.number} ${c.step.slice(0, 12)} ${c.body.is} ${'size' in c.body ? c.body.size : ''} band ${c.band.height} scale ${c.scale?.height}` : c.is)).join('\n'))
  expect((seen.at(-1) as WallPage).step).toBe('landing zone')
})
