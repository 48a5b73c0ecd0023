import { z } from 'zod'
import { ownedParts, ownerKinds, type OwnerKind, type OwnerLink, type PartKind } from '../model/owned-parts'
import { recordDefaults, type RecordDefaults } from '../model/record-defaults'
import { recordModels, type RecordKind } from '../model/records'
import { command, type Command } from './operation'
import { addInput, givenFields, type Field, type GivenField, type Shape } from './record-contract'

const mostParts = 1_000

/** What has a default may be left out: of a new record it is the default, of one that is there it stays. */
type OwnerFields<Owner extends RecordKind> = {
  [Name in GivenField<Owner>]: Name extends keyof RecordDefaults[Owner]
    ? z.ZodOptional<Field<Owner, Name>>
    : Field<Owner, Name>
}
type AddedPart<Part extends RecordKind, Link> = z.ZodObject<
  {
    [Name in Exclude<GivenField<Part>, Link>]: Name extends keyof RecordDefaults[Part]
      ? z.ZodDefault<Field<Part, Name>>
      : Field<Part, Name>
  },
  z.core.$strict
>
type ChangedPart<Part extends RecordKind, Link> = z.ZodObject<
  { id: Shape<Part>['id'] } & { [Name in Exclude<GivenField<Part>, Link>]: z.ZodOptional<Field<Part, Name>> },
  z.core.$strict
>
type PartChanges<Part extends RecordKind, Link> = z.ZodObject<
  {
    added: z.ZodDefault<z.ZodArray<AddedPart<Part, Link>>>
    changed: z.ZodDefault<z.ZodArray<ChangedPart<Part, Link>>>
    removed: z.ZodDefault<z.ZodArray<Shape<Part>['id']>>
  },
  z.core.$strict
>
type SaveInput<Owner extends OwnerKind> = z.ZodObject<
  { id: z.ZodNullable<Shape<Owner>['id']> } & OwnerFields<Owner> & {
      parts: z.ZodObject<
        { [Part in PartKind<Owner>]: z.ZodOptional<PartChanges<Part, OwnerLink<Owner, Part>>> },
        z.core.$strict
      >
    },
  z.core.$strict
>

export type SaveContract = {
  [Name in `${OwnerKind}.save`]: Name extends `${infer Owner extends OwnerKind}.save`
    ? Command<SaveInput<Owner>, (typeof recordModels)[Owner]>
    : never
}

function partChanges(kind: RecordKind, link: string) {
  const shape: Record<string, z.ZodType> = recordModels[kind].shape
  const given = givenFields(kind).filter((field) => field !== link)
  const added: Record<string, z.ZodType> = addInput(kind).shape
  const pick = (fields: Record<string, z.ZodType>) => given.map((field) => [field, fields[field]!] as const)
  const changed = pick(shape).map(([field, type]) => [field, type.optional()] as const)
  const id = recordModels[kind].shape.id
  return z.strictObject({
    added: z
      .array(z.strictObject(Object.fromEntries(pick(added))))
      .max(mostParts)
      .default([]),
    changed: z
      .array(z.strictObject({ id, ...Object.fromEntries(changed) }))
      .max(mostParts)
      .default([]),
    removed: z.array(id).max(mostParts).default([]),
  })
}

function operationOf(owner: OwnerKind): Record<string, unknown> {
  const model = recordModels[owner]
  const shape: Record<string, z.ZodType> = model.shape
  const fields = givenFields(owner).map((field) => [
    field,
    Object.hasOwn(recordDefaults[owner], field) ? shape[field]!.optional() : shape[field]!,
  ])
  const parts = Object.entries(ownedParts[owner]).map(([part, link]) => [
    part,
    partChanges(part as RecordKind, link).optional(),
  ])
  return {
    [`${owner}.save`]: command({
      input: z.strictObject({
        id: model.shape.id.nullable(),
        ...Object.fromEntries(fields),
        parts: z.strictObject(Object.fromEntries(parts)),
      }),
      output: model,
    }),
  }
}

/**
 * A record and its parts in one step, as a form records them: a new one where the id is null. Parts that are not
 * mentioned stay as they are. Built in a loop over the kinds, which TypeScript cannot follow.
 */
export const saveContract = Object.assign({}, ...ownerKinds.map(operationOf)) as SaveContract
