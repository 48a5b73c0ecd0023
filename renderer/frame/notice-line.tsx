import { Button } from '../elements/button'
import { useSay } from '../state/application'
import { dismissNotice, useNotice } from '../state/notice'
import styles from './notice-line.module.css'

/** The one place where failures and confirmations are shown: a sentence, and a way to put it away. */
export function NoticeLine() {
  const say = useSay()
  const notice = useNotice((state) => state.notice)
  return (
    <div className={styles.place} role={notice?.kind === 'failure' ? 'alert' : 'status'} data-print="hide">
      {notice && (
        <div className={styles.notice} data-kind={notice.kind}>
          <p dir="auto">
            {notice.kind === 'done' && notice.text}
            {notice.kind === 'failure' && say(`error.${notice.error.code}`, notice.error.details)}
            {notice.kind === 'offer' && say(notice.text)}
          </p>
          {notice.kind === 'offer' && (
            <Button
              look="link"
              onPress={() => {
                notice.perform()
                dismissNotice()
              }}
            >
              {say(notice.act)}
            </Button>
          )}
          <Button look="quiet" onPress={dismissNotice}>
            {say('notice.dismiss')}
          </Button>
        </div>
      )}
    </div>
  )
}
