import { useEffect, useState } from 'react'
import type { Input, NamesOf, Output } from '../../app/contract'
import { AppError } from '../../app/errors'
import { useApi } from './application'

export type QueryState<T> =
  | { status: 'loading'; value?: T }
  | { status: 'ready'; value: T }
  | { status: 'failed'; error: AppError; value?: T }

/**
 * Reads through the api and reads again whenever the dossier changes or another is opened. While a new input is
 * being read, the last value stays. A null input asks nothing.
 */
export function useQuery<Name extends NamesOf<'query'>>(
  name: Name,
  input: Input<Name> | null,
): QueryState<Output<Name>> {
  const api = useApi()
  const [state, setState] = useState<QueryState<Output<Name>>>({ status: 'loading' })
  const inputKey = JSON.stringify(input)

  useEffect(() => {
    let isCurrent = true
    const read = () => {
      if (inputKey === 'null') return
      // The key is the input that the caller typed, written out.
      api.call(name, JSON.parse(inputKey) as Input<Name>).then(
        (value) => isCurrent && setState({ status: 'ready', value }),
        (error: unknown) =>
          isCurrent &&
          setState((last) => ({ status: 'failed', error: asAppError(error), value: last.value })),
      )
    }
    read()
    const stops = [api.listen('dossier.changed', read), api.listen('dossier.switched', read)]
    return () => {
      isCurrent = false
      for (const stop of stops) stop()
    }
  }, [api, name, inputKey])

  return state
}

export const asAppError = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError('unexpected', {}, { cause: error })
