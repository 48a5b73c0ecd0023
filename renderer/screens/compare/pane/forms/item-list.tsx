import type { ReactNode } from 'react'
import { Button } from '../../../../elements/button'
import styles from './forms.module.css'

/** What is drawn in a list needs a key before it has an id. */
export type Keyed<Item> = Item & { key: number }

let lastKey = 0
export function keyed<Item extends object>(item: Item): Keyed<Item> {
  lastKey += 1
  return { ...item, key: lastKey }
}

/** Small records that belong to the one in the form, and are recorded with it. */
export function ItemList<Item extends object>(props: {
  legend: string
  addLabel: string
  removeLabel: string
  value: Keyed<Item>[]
  onChange: (value: Keyed<Item>[]) => void
  blank: () => Item
  children: (item: Keyed<Item>, change: (changes: Partial<Item>) => void) => ReactNode
}) {
  const { legend, addLabel, removeLabel, value, onChange, blank, children } = props
  const change = (key: number) => (changes: Partial<Item>) =>
    onChange(value.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {value.map((item) => (
        <div key={item.key} className={styles.item}>
          {children(item, change(item.key))}
          <div className={styles.itemActs}>
            <Button look="link" onPress={() => onChange(value.filter(({ key }) => key !== item.key))}>
              {removeLabel}
            </Button>
          </div>
        </div>
      ))}
      <div className={styles.itemActs}>
        <Button look="link" onPress={() => onChange([...value, keyed(blank())])}>
          {addLabel}
        </Button>
      </div>
    </fieldset>
  )
}
