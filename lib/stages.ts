import { RemovalPolicy } from 'aws-cdk-lib'

/** What differs between the places that the stack is deployed to; everything else is the same in all of them. */
export interface Stage {
  name: string
  /** Whether bucket and table outlive the stack, and deleting either needs two steps. */
  retain: boolean
  /** One of the periods that CloudWatch Logs knows, in days. */
  logDays: 7 | 30 | 90 | 365
  /** What is logged: of our lines, and of Lambda's own. */
  logLevel: { ours: 'DEBUG' | 'INFO'; lambda: 'INFO' | 'WARN' }
  /** Batches at a time; 2 at least. The claims queue never runs more than one per topic. */
  concurrency: { articles: number; claims: number }
  /** Set aside for the API out of the account's quota, and its limit; null where a new account's quota of 10 leaves none. */
  apiConcurrency: number | null
  /** Requests to the API, all callers together. */
  throttle: { perSecond: number; burst: number }
  auth: Auth
  alarms: AlarmThresholds
  /** Told of every alarm, once the address has confirmed; null: whoever subscribes to the operations topic. */
  alarmEmail: string | null
}

/** Who may call the API: signed requests of the account's own principals, or the bearers of an issuer's tokens. */
export type Auth = { kind: 'iam' } | { kind: 'jwt'; issuer: string; audience: string[] }

export interface AlarmThresholds {
  /** How long a message may wait for its function. */
  waitMinutes: number
  /** Failed invocations of one function in five minutes. */
  errors: number
  /** Answers of the API with 5xx in five minutes. */
  serverErrors: number
  /** Hours without a new article; null where nobody expects one. */
  silentHours: number | null
  /** How long the article that tries the pipeline may take to its alert; under four minutes. */
  canarySeconds: number
}

const STAGES = {
  dev: {
    name: 'dev',
    retain: false,
    logDays: 7,
    logLevel: { ours: 'DEBUG', lambda: 'INFO' },
    concurrency: { articles: 2, claims: 2 },
    apiConcurrency: null,
    throttle: { perSecond: 10, burst: 20 },
    auth: { kind: 'iam' },
    alarms: { waitMinutes: 15, errors: 1, serverErrors: 1, silentHours: null, canarySeconds: 120 },
    alarmEmail: null,
  },
  prod: {
    name: 'prod',
    retain: true,
    logDays: 90,
    logLevel: { ours: 'INFO', lambda: 'WARN' },
    concurrency: { articles: 20, claims: 10 },
    apiConcurrency: 50,
    throttle: { perSecond: 100, burst: 200 },
    auth: { kind: 'iam' },
    alarms: { waitMinutes: 5, errors: 1, serverErrors: 1, silentHours: 24, canarySeconds: 120 },
    alarmEmail: null,
  },
} satisfies Record<string, Stage>

export type StageName = keyof typeof STAGES
export const STAGE_NAMES = Object.keys(STAGES) as StageName[]

/** No stage goes by that name. */
export class UnknownStage extends Error {
  override name = 'UnknownStage'

  constructor(given: unknown) {
    super(
      `There is no stage '${given}'. There are: ${STAGE_NAMES.join(', ')}. For example: npx cdk deploy -c stage=prod`,
    )
  }
}

/** @throws UnknownStage */
export function stageNamed(name: unknown): Stage {
  const found = STAGE_NAMES.find(known => known === name)
  if (!found) throw new UnknownStage(name)
  return STAGES[found]
}

/** What becomes of a thing that holds data when the stack is deleted. */
export const removal = ({ retain }: Stage): RemovalPolicy => (retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
