import { z } from '@hono/zod-openapi';
import { idSchema, instantSchema, localeSchema, localizedSchema, nextSchema, textSchema } from './common.ts';

const audience = z.enum(['public', 'signed-in', 'internal']).openapi({
  description: 'Who may be told: everybody, customers who have signed in, or only the shop’s people.',
});
const articleState = z.enum(['published', 'draft', 'removed']);
const importState = z.enum(['open', 'queued', 'running', 'done', 'cancelled']);
const fileState = z.enum(['arriving', 'queued', 'read', 'unchanged', 'failed', 'cancelled']);
const moment = instantSchema.nullable();
const by = z.string();
/** What no database keeps and nobody sees. */
const plainText = textSchema.refine((text) => !/\p{Cc}/u.test(text.replaceAll(/[\n\t]/g, '')), 'no control characters');
const note = plainText.max(500);
const topics = z.array(textSchema.min(1).max(100)).max(50);
const url = z.url({ protocol: /^https?$/ }).max(2_000);

/** Without a language nothing is said. */
const written = localizedSchema.refine(
  ({ zh, en }) => [zh, en].some((text) => text?.trim()),
  'needs a text in one of the languages',
);

const settings = z.strictObject({
  kind: z.enum(['file', 'page', 'sitemap']),
  url: z.string().nullable(),
  sites: z.array(z.string()),
  topics: z.array(z.string()),
  audience,
  validFrom: moment,
  validUntil: moment,
  language: localeSchema.nullable(),
  draft: z.boolean(),
});

const version = z.strictObject({
  articleId: z.string(),
  number: z.int(),
  title: localizedSchema,
  body: localizedSchema.openapi({ description: 'Markdown.' }),
  topics: z.array(z.string()),
  audience,
  validFrom: moment,
  validUntil: moment,
  by,
  at: instantSchema,
  note: z.string(),
});

const article = version.omit({ articleId: true, number: true, body: true }).extend({
  id: z.string(),
  sourceId: z.string(),
  sourceKind: z.string(),
  sourceName: z.string(),
  key: z.string().openapi({ description: 'Within its source: a path, an address, a sheet and a question.' }),
  state: articleState,
  published: z.int().nullable().openapi({ description: 'The version that customers are told.' }),
  newest: z.int(),
  languages: z.array(localeSchema),
  removed: z
    .strictObject({
      ...{ by, at: instantSchema, note: z.string() },
      gone: z.boolean().openapi({ description: 'Not by somebody: its source has it no more.' }),
    })
    .nullable(),
});

export const sourcesSchema = z
  .strictObject({
    timeZone: z.string(),
    sources: z.array(
      z.strictObject({
        ...{ id: z.string(), kind: z.string(), name: z.string(), settings: settings.nullable(), syncedAt: moment },
        ...{ published: z.int(), drafts: z.int() },
      }),
    ),
  })
  .openapi('KnowledgeSources');

export const articlesSchema = z
  .strictObject({ timeZone: z.string(), articles: z.array(article), next: nextSchema })
  .openapi('KnowledgeArticles');

export const shownArticleSchema = z
  .strictObject({
    timeZone: z.string(),
    article,
    version,
    versions: z.array(version.omit({ title: true, body: true })),
    acts: z.array(
      z.strictObject({
        ...{ act: z.enum(['publish', 'remove']), version: z.int().nullable(), by, at: instantSchema },
        note: z.string(),
      }),
    ),
  })
  .openapi('KnowledgeArticle');

export const versionDiffSchema = z
  .strictObject({
    languages: z.array(
      z.strictObject({
        locale: localeSchema,
        title: z.strictObject({ from: z.string(), to: z.string() }),
        lines: z.array(z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
  })
  .openapi('KnowledgeDiff');

export const versionSchema = version.openapi('KnowledgeVersion');
export const removedSchema = z
  .strictObject({ removed: z.int().openapi({ description: 'Articles that customers are told no more.' }) })
  .openapi('KnowledgeRemoved');

const knowledgeImport = z.strictObject({
  id: z.string(),
  settings,
  state: importState,
  by,
  at: instantSchema,
  finishedAt: moment,
  found: z.int().openapi({ description: 'Files or pages, as far as they are known.' }),
  counts: z.record(fileState, z.int()),
  ...{ articles: z.int(), changed: z.int(), removed: z.int() },
});

export const importSchema = knowledgeImport.openapi('KnowledgeImport');
export const importsSchema = z
  .strictObject({ timeZone: z.string(), imports: z.array(knowledgeImport), next: nextSchema })
  .openapi('KnowledgeImports');
export const importWithFilesSchema = knowledgeImport
  .extend({
    files: z.array(
      z.strictObject({
        ...{ position: z.int(), name: z.string(), state: fileState, articles: z.int(), changed: z.int() },
        removed: z.int(),
        problems: z.array(
          z.strictObject({
            ...{ key: z.string(), code: z.string(), detail: z.strictObject({ zh: z.string(), en: z.string() }) },
          }),
        ),
      }),
    ),
  })
  .openapi('KnowledgeImportWithFiles');

export const foundPassagesSchema = z
  .strictObject({
    passages: z.array(
      z.strictObject({
        ...{ articleId: z.string(), title: z.string(), text: z.string(), locale: localeSchema },
        ...{ topics: z.array(z.string()), score: z.number() },
      }),
    ),
  })
  .openapi('KnowledgePassages');

export const importRequestSchema = z
  .strictObject({
    kind: settings.shape.kind,
    url: url.optional().openapi({ description: 'Of a page or a sitemap.' }),
    sites: z.array(z.string().min(1).max(300)).max(20).default([]),
    topics: topics.default([]),
    audience: audience.default('public'),
    validFrom: instantSchema.nullable().default(null),
    validUntil: instantSchema.nullable().default(null),
    language: localeSchema.nullable().default(null),
    draft: z.boolean().default(false),
  })
  .refine(({ kind, url: given }) => (kind === 'file') === (given === undefined), 'a page and a sitemap have a url')
  .openapi('KnowledgeImportRequest');

export const editRequestSchema = z
  .strictObject({
    title: written,
    body: written,
    topics,
    audience,
    validFrom: moment,
    validUntil: moment,
    expected: z.int().min(1).nullable().openapi({
      description: 'The newest version that you know of: where there is a newer one nothing is written.',
    }),
    publish: z.boolean().default(true),
    note: note.default(''),
  })
  .openapi('KnowledgeEdit');

export const noteRequestSchema = z.strictObject({ note: note.default('') }).openapi('KnowledgeNote');
export const publishRequestSchema = noteRequestSchema
  .extend({ number: z.int().min(1).optional().openapi({ description: 'Absent: the newest.' }) })
  .openapi('KnowledgePublish');
export const rollbackRequestSchema = noteRequestSchema.extend({ number: z.int().min(1) }).openapi('KnowledgeRollback');
export const searchRequestSchema = z
  .strictObject({
    text: textSchema.min(1).max(500),
    locale: localeSchema.default('zh'),
    audience: audience.default('public'),
    limit: z.int().min(1).max(20).default(3),
  })
  .openapi('KnowledgeSearch');

export const idParams = z.strictObject({ id: idSchema });
export const articlesQuery = z.strictObject({
  source: idSchema.optional(),
  state: articleState.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: idSchema.optional().openapi({ description: '`next` of the page before.' }),
});
export const versionQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });
export const diffQuery = z.strictObject({
  from: z.coerce.number().int().min(1),
  to: z.coerce.number().int().min(1),
});
export const fileQuery = z.strictObject({
  name: plainText.min(1).max(500).openapi({ description: 'Its path: the same name again is the same source.' }),
});
