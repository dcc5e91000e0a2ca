import { z } from '@hono/zod-openapi';
import { WAITS_FOR } from '../../core/record.ts';
import { idSchema, instantSchema, localizedSchema, moneySchema, nextSchema, textSchema } from './common.ts';

export const approvalStateSchema = z.enum(['open', 'approved', 'refused', 'expired']);

const voice = z.strictObject({ operator: z.string(), at: instantSchema });

export const approvalSchema = z
  .strictObject({
    id: z.string(),
    conversationId: z.string(),
    customerId: z.string().nullable(),
    why: z.enum(WAITS_FOR).openapi({
      description:
        '`limit`: carried out by the clerk once it is approved. `by-hand`: a person does it, then approves it as done.',
    }),
    command: z.string(),
    orderNumber: z.string().nullable(),
    title: localizedSchema,
    effects: z.array(localizedSchema),
    amount: moneySchema,
    needed: z.int().openapi({ description: 'How many different people have to agree.' }),
    state: approvalStateSchema,
    openedAt: instantSchema,
    expiresAt: instantSchema.nullable(),
    approvedBy: z.array(voice),
    refusedBy: voice.extend({ reason: z.string() }).nullable(),
  })
  .openapi('Approval');

export type ApprovalAnswer = z.infer<typeof approvalSchema>;

export const approvalsSchema = z
  .strictObject({ timeZone: z.string(), approvals: z.array(approvalSchema), next: nextSchema })
  .openapi('Approvals');

export const decidedSchema = z
  .strictObject({
    approval: approvalSchema,
    outcome: z
      .enum(['awaiting-approval', 'planned', 'sent', 'done', 'refused', 'unknown'])
      .openapi({ description: 'What has become of what was asked for.' }),
  })
  .openapi('DecidedApproval');

export const approveSchema = z
  .strictObject({
    reference: textSchema.optional().openapi({ description: 'The shop’s own number of what was done by hand.' }),
  })
  .openapi('Approve');

export const refuseSchema = z
  .strictObject({ reason: textSchema.optional().openapi({ description: 'The customer is told it.' }) })
  .openapi('Refuse');

export const approvalIdParams = z.strictObject({ id: idSchema });
