import {z} from 'zod'
import {
  imageEndings,
  readSize,
  sizePattern,
  usualImageLimits,
  type ImageEnding,
  type ImageLimits,
} from '../core/image-limits.ts'

const expected = 'a number of bytes, or a size such as `500 kB` or `1.5 MB`'
const size = z.union(
  [
    z.int({error: expected}).positive({error: expected}),
    z.string({error: expected}).regex(sizePattern, {error: expected}),
  ],
  {
    error: expected,
  },
)
const types = Object.fromEntries(imageEndings.map((ending) => [ending, size.optional()])) as Record<
  ImageEnding,
  z.ZodOptional<typeof size>
>

/** What the configuration may say of the size of images. */
export const imageLimitsSchema = z.strictObject(
  {
    max_bytes: size.optional().describe('Limit for all types: bytes, or a size such as `500 kB`'),
    types: z
      .strictObject(types, {error: 'a map from file ending to size'})
      .optional()
      .describe('Other limits by the ending of the file'),
  },
  {error: 'a map with `max_bytes` and `types`'},
)

/** Limits for images. Who sets one for all types wants it for those, too, that have one of their own otherwise. */
export function resolveImageLimits(config: z.output<typeof imageLimitsSchema> | undefined): ImageLimits {
  const written = Object.entries(config?.types ?? {}).flatMap(([ending, limit]) =>
    limit === undefined ? [] : [[ending, readSize(limit)] as const],
  )
  const usual = config?.max_bytes === undefined ? usualImageLimits.types : {}
  return {
    maxBytes: config?.max_bytes === undefined ? usualImageLimits.maxBytes : readSize(config.max_bytes),
    types: {...usual, ...Object.fromEntries(written)},
  }
}
