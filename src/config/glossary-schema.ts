import {z} from 'zod'

const word = z.string({error: 'a word'}).refine((text) => text.trim() !== '', {error: 'a word'})

/** What the configuration may say of words, by locale tag. */
export const glossarySchema = z.record(
  z.string(),
  z.array(
    z.strictObject(
      {
        use: word.describe('The right word'),
        not: z.array(word, {error: 'a list of words'}).describe('Words not to use'),
        note: z.string({error: 'a text'}).optional().describe('Why, or when; ends the message'),
      },
      {error: 'a map with `use` and `not`'},
    ),
    {error: 'a list of maps with `use` and `not`'},
  ),
  {error: 'a map from locale tag to a list of words'},
)
