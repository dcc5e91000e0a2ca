import { AppError } from '../../core/errors.ts';
import type { Localized } from '../../core/locale.ts';
import { type Config, dataFolder } from '../../platform/config.ts';
import type { KeepingStatus } from '../../server/deps.ts';
import { type CliContext, type CommonOptions, configOf, voice } from '../context.ts';
import { read } from '../door.ts';
import { checkBrain, checkDatabase, checkOperators, checkOrigins, checkShop, checkShopToken } from './configured.ts';
import { broken, type Finding, ok } from './finding.ts';
import { checkFolder, checkLock, checkNode, checkPages, checkSecrets } from './machine.ts';
import { checkModel, type ModelPlaces } from './model.ts';

function words(error: unknown): Localized {
  if (error instanceof AppError && error.publicMessage) return error.publicMessage;
  const text = error instanceof Error ? error.message : String(error);
  return { zh: text, en: text };
}

/** Looks at everything that can be looked at: what fails does not hide the rest. */
export async function examine(context: CliContext, options: CommonOptions & ModelPlaces): Promise<Finding[]> {
  const findings = [checkNode(), checkPages()];
  let config: Config;
  try {
    config = configOf(context, options);
  } catch (error) {
    const mend = { zh: '改好这一项，再运行 xiaoer doctor', en: 'Mend this setting, then run xiaoer doctor again' };
    findings.push(broken('configuration', words(error), mend));
    const dataDir = dataFolder(options.dataDir, context.env);
    return [...findings, ...checkPlace(dataDir), checkModel(dataDir, options), checkSecrets(dataDir)];
  }
  findings.push(ok('configuration', { zh: '配置有效', en: 'The configuration is valid' }));
  const place = checkPlace(config.dataDir);
  findings.push(...place, checkModel(config.dataDir, options));
  if (place.every(({ status }) => status !== 'broken'))
    findings.push(...(await examineData(context, options, config)), checkSecrets(config.dataDir));
  return [...findings, checkOperators(config), checkShopToken(config), checkOrigins(config)];
}

/** What can be seen of the data folder from outside, whatever the configuration says. */
function checkPlace(dataDir: string): Finding[] {
  const folder = checkFolder(dataDir);
  return folder.status === 'broken' ? [folder] : [folder, checkLock(dataDir)];
}

async function examineData(context: CliContext, options: CommonOptions, config: Config): Promise<Finding[]> {
  try {
    const door = await context.openDoor(config, voice(context, options).locale);
    try {
      const status = await read<KeepingStatus>(await door.request('GET', '/local/status'));
      return [checkDatabase(status), checkShop(status), checkBrain(status)];
    } finally {
      await door.close();
    }
  } catch (error) {
    const mend = {
      zh: '看上面这句话怎么说；数据库地址是 DATABASE_URL',
      en: 'Do as that says; DATABASE_URL is the database’s address',
    };
    return [broken('database', words(error), mend)];
  }
}
