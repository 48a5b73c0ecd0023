import { z } from 'zod'
import { recordDefaults, type RecordDefaults } from '../model/record-defaults'
import { recordModels, type RecordKind } from '../model/records'
import { command, query, type Command, type Query } from './operation'

type Models = typeof recordModels
export type Shape<Kind extends RecordKind> = Models[Kind]['shape']
type FieldOf<Kind extends RecordKind> = Extract<keyof Shape<Kind>, string>
/** The schema of one field; for a kind that is still open, TypeScript must be told that it is one. */
export type Field<Kind extends RecordKind, Name extends keyof Shape<Kind>> = Extract<
  Shape<Kind>[Name],
  z.ZodType
>

/** Fields that the engine alone sets. */
export const engineFields = ['id', 'sortOrder', 'textHash'] as const
type EngineField = (typeof engineFields)[number]
export type GivenField<Kind extends RecordKind> = Exclude<FieldOf<Kind>, EngineField>
type LinkField<Kind extends RecordKind> = Extract<FieldOf<Kind>, `${string}Id`>

export type AddInput<Kind extends RecordKind> = z.ZodObject<
  {
    [Name in GivenField<Kind>]: Name extends keyof RecordDefaults[Kind]
      ? z.ZodDefault<Field<Kind, Name>>
      : Field<Kind, Name>
  },
  z.core.$strict
>
type ChangeInput<Kind extends RecordKind> = z.ZodObject<
  { id: Shape<Kind>['id'] } & {
    [Name in GivenField<Kind>]: z.ZodOptional<Field<Kind, Name>>
  },
  z.core.$strict
>
type ListInput<Kind extends RecordKind> = z.ZodObject<
  { [Name in LinkField<Kind>]: z.ZodOptional<Field<Kind, Name>> },
  z.core.$strict
>
type IdInput<Kind extends RecordKind> = z.ZodObject<{ id: Shape<Kind>['id'] }, z.core.$strict>
type ReorderInput<Kind extends RecordKind> = z.ZodObject<
  { id: Shape<Kind>['id']; beforeId: z.ZodNullable<Shape<Kind>['id']> },
  z.core.$strict
>

type RecordOperations<Kind extends RecordKind> = {
  [Name in `${Kind}.list`]: Query<ListInput<Kind>, z.ZodArray<Models[Kind]>>
} & { [Name in `${Kind}.get`]: Query<IdInput<Kind>, Models[Kind]> } & {
  [Name in `${Kind}.add`]: Command<AddInput<Kind>, Models[Kind]>
} & { [Name in `${Kind}.change`]: Command<ChangeInput<Kind>, Models[Kind]> } & {
  [Name in `${Kind}.remove`]: Command<IdInput<Kind>, z.ZodNull>
} & (FieldOf<Kind> extends infer Field
    ? Extract<Field, 'sortOrder'> extends never
      ? unknown
      : { [Name in `${Kind}.reorder`]: Command<ReorderInput<Kind>, z.ZodNull> }
    : never)

/** Positions and statements are recorded whole, with what hangs on them: see their own contracts. */
export type WholeKind = 'position' | 'statement'
/** A briefing is issued (`briefing.freeze`) and in no other way written. */
type AddedElsewhere = WholeKind | 'frozenBriefing'
type Family<Kind extends RecordKind> = Kind extends AddedElsewhere
  ? Omit<RecordOperations<Kind>, `${Kind}.add`>
  : RecordOperations<Kind>

type UnionToIntersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never
type Families = UnionToIntersection<{ [Kind in RecordKind]: Family<Kind> }[RecordKind]>
export type RecordContract = { [Name in keyof Families]: Families[Name] }

/** The fields that may be given when a record of this kind is added, with their defaults. */
export function addInput<Kind extends RecordKind>(kind: Kind): AddInput<Kind> {
  const shape: Record<string, z.ZodType> = recordModels[kind].shape
  const defaults: Record<string, unknown> = recordDefaults[kind]
  const fields = givenFields(kind).map((field) => [
    field,
    Object.hasOwn(defaults, field) ? shape[field]!.default(defaults[field] as never) : shape[field]!,
  ])
  // Built field by field; TypeScript cannot follow a loop over keys.
  return z.strictObject(Object.fromEntries(fields)) as unknown as AddInput<Kind>
}

/** The fields of a record that a person gives; the engine adds the rest. */
export function givenFields(kind: RecordKind): string[] {
  return Object.keys(recordModels[kind].shape).filter(
    (field) => !(engineFields as readonly string[]).includes(field),
  )
}

function operationsOf(kind: RecordKind): Record<string, unknown> {
  const model = recordModels[kind]
  const shape: Record<string, z.ZodType> = model.shape
  const id = model.shape.id
  const optional = (fields: string[]) =>
    Object.fromEntries(fields.map((field) => [field, shape[field]!.optional()]))
  const links = Object.keys(shape).filter((field) => field.endsWith('Id'))

  return {
    [`${kind}.list`]: query({ input: z.strictObject(optional(links)), output: z.array(model) }),
    [`${kind}.get`]: query({ input: z.strictObject({ id }), output: model }),
    ...(isAddedElsewhere(kind) ? {} : { [`${kind}.add`]: command({ input: addInput(kind), output: model }) }),
    [`${kind}.change`]: command({
      input: z.strictObject({ id, ...optional(givenFields(kind)) }),
      output: model,
    }),
    [`${kind}.remove`]: command({ input: z.strictObject({ id }), output: z.null() }),
    ...('sortOrder' in shape
      ? {
          [`${kind}.reorder`]: command({
            input: z.strictObject({ id, beforeId: id.nullable() }),
            output: z.null(),
          }),
        }
      : {}),
  }
}

function isAddedElsewhere(kind: RecordKind): kind is AddedElsewhere {
  return kind === 'position' || kind === 'statement' || kind === 'frozenBriefing'
}

/**
 * The six questions that can be asked about every kind of record: list (narrowed by any of its links), get,
 * add, change (the fields given), remove, and, where order matters, reorder (before another; null is last).
 */
export const recordContract = Object.assign(
  {},
  ...(Object.keys(recordModels) as RecordKind[]).map(operationsOf),
) as RecordContract
