import type { Api } from '../../../api'
import type { IssueId, Mark } from '../../../../app/model/issue'
import type { PositionId } from '../../../../app/model/position'
import type { ScaleRange } from '../../../../app/rules/scale'
import { attempt } from '../../../state/notice'

/** Each is one step that undo takes back; each answers whether it was written. */
export function createScaleWriting(api: Api) {
  const written = async (work: () => Promise<unknown>) => (await attempt(work)) !== undefined
  return {
    stand: (id: PositionId, range: ScaleRange | null) =>
      written(() =>
        api.call('position.change', { id, atLow: range?.low ?? null, atHigh: range?.high ?? null }),
      ),
    mark: (id: Mark['id'], at: number) => written(() => api.call('mark.change', { id, at })),
    zone: (id: IssueId, range: ScaleRange | null) =>
      written(() =>
        api.call('issue.change', { id, zoneLow: range?.low ?? null, zoneHigh: range?.high ?? null }),
      ),
  }
}
