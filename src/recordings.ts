import type { Brain } from './agent/brain.ts';
import type { JournalStore, RecordedTurn } from './agent/ports.ts';
import type { TurnSetting } from './agent/recording.ts';
import { type Replay, type ReplayDeps, replayTurn } from './agent/replay.ts';
import { comparePolicies } from './agent/replay-policy.ts';
import { AppError } from './core/errors.ts';
import type { Instant } from './core/instant.ts';
import type { ChatModel } from './models/chat.ts';
import type { Config } from './platform/config.ts';
import { VERSION } from './platform/version.ts';
import type { PolicyStore } from './policy/published.ts';
import { parsePolicy } from './policy/yaml/parse.ts';
import type { Reader } from './reader.ts';
import type { Recordings } from './server/deps.ts';
import { readTime } from './shops/importers/local-time.ts';
import type { Shop } from './shops/shop.ts';

interface RecordingsDeps extends ReplayDeps {
  policies: ReplayDeps['policies'] & Pick<PolicyStore, 'shipped'>;
  journal: JournalStore;
  shop: Shop;
}

interface SettingDeps {
  config: Config;
  understander: Reader;
  /** Of the catalogue. */
  version(): Promise<string>;
  brain: Brain;
  model: ChatModel | null;
}

/** What a turn names in its record besides what it has read. */
export function settingOf({ config, understander, version, brain, model }: SettingDeps): () => Promise<TurnSetting> {
  const { burstWindowMs, confirmationMinutes } = config;
  return async () => ({
    program: VERSION,
    brain: brain.name,
    model: model ? config.openai.model : null,
    understanding: await understander.digest(),
    catalogue: await version(),
    burstWindowMs,
    confirmationMinutes,
  });
}

const PAGE = 100;

/** What was recorded, run again: for the command line through the local doors. */
export function createRecordings(deps: RecordingsDeps): Recordings {
  const { journal, shop } = deps;

  /** A day begins when the shop's clock says so. */
  async function momentOf(text: string): Promise<Instant> {
    const moment = readTime(text, (await shop.info()).timeZone);
    if (moment === null) throw notADay(text);
    return moment;
  }

  return {
    async replay(turnId): Promise<Replay> {
      return replayTurn(deps, turnId, await journal.read(turnId));
    },

    async turns({ conversationId, since, after }) {
      const turns = await journal.list({
        ...(conversationId !== undefined && { conversationId }),
        ...(since !== undefined && { since: await momentOf(since) }),
        ...(after !== undefined && { after: turnFrom(after) }),
        limit: PAGE,
      });
      const last = turns.length < PAGE ? undefined : turns.at(-1);
      return { turns, next: last ? `${last.at} ${last.turnId}` : null };
    },

    async comparePolicy(yaml, since) {
      const parsed = parsePolicy(yaml ?? deps.policies.shipped.yaml);
      if (!parsed.ok) return { problems: parsed.problems, diff: null };
      const moment = since === undefined ? undefined : await momentOf(since);
      return { problems: [], diff: await comparePolicies(deps, parsed.policy, moment) };
    },
  };
}

/** The last turn of a page, as `next` named it. */
function turnFrom(after: string): RecordedTurn {
  const [at = '', turnId = ''] = after.split(' ');
  if (Number.isNaN(Date.parse(at)) || turnId === '') throw new AppError('request.invalid', { detail: 'after' });
  return { at, turnId, conversationId: '' };
}

function notADay(text: string): AppError {
  return new AppError('turns.not-a-day', {
    status: 400,
    publicMessage: {
      zh: `「${text}」不是日期，请写成 2026-11-01。`,
      en: `“${text}” is no day; write it like 2026-11-01.`,
    },
  });
}
