import { z } from '@hono/zod-openapi';
import { localeSchema, localizedSchema } from './common.ts';

const published = z.strictObject({
  number: z.int(),
  digest: z.string(),
  by: z.string(),
  at: z.string(),
  note: z.string(),
  activeFrom: z.string(),
  shipped: z
    .boolean()
    .openapi({ description: 'To the letter what came with the program, this one or an earlier one.' }),
});

const timeZone = z.string();

export const policySchema = z
  .strictObject({
    timeZone,
    version: z.string(),
    title: localizedSchema,
    digest: z.string(),
    published: published.nullable().openapi({ description: 'Null: it came with the program.' }),
    yaml: z.string(),
    rules: z.array(z.strictObject({ rule: z.string(), text: localizedSchema })),
  })
  .openapi('Policy');

export const policyVersionsSchema = z
  .strictObject({
    timeZone,
    current: z.int().nullable().openapi({ description: 'Holds now; null while the shipped default does.' }),
    shippedIsNewer: z
      .boolean()
      .openapi({ description: 'The rules of now came with an earlier program, and this one comes with others.' }),
    versions: z.array(published),
  })
  .openapi('PolicyVersions');

export const policyReportSchema = z
  .strictObject({
    problems: z.array(z.strictObject({ code: z.string(), line: z.int(), column: z.int(), text: localizedSchema })),
    contradictions: z.array(
      z.strictObject({
        articleId: z.string(),
        title: z.string(),
        locale: localeSchema,
        rule: z.string(),
        sentence: z.string(),
        says: z.number(),
        rules: z.array(z.number()),
      }),
    ),
  })
  .openapi('PolicyReport');

export const policyPublicationSchema = z
  .strictObject({ timeZone, version: published.nullable(), report: policyReportSchema })
  .openapi('PolicyPublication');

/** An empty file is told about by whoever reads it, with its place. */
const yaml = z.string();
const by = z.string().min(1).max(128);
const note = z.string().max(500).default('');

export const policyCheckRequestSchema = z
  .strictObject({ yaml: yaml.optional().openapi({ description: 'Absent: the rules of now.' }) })
  .openapi('PolicyCheckRequest');

export const policyPublishRequestSchema = z
  .strictObject({
    yaml: yaml.optional().openapi({ description: 'Absent: the rules that come with the program.' }),
    by,
    note,
    from: z.string().max(40).optional().openapi({ description: 'A day of the shop, or a moment; absent: at once.' }),
  })
  .openapi('PolicyPublishRequest');

export const policyRollbackRequestSchema = z
  .strictObject({ number: z.int().min(1), by, note })
  .openapi('PolicyRollbackRequest');
