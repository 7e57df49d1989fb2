import {
  Alarm,
  AlarmStatusWidget,
  ComparisonOperator,
  Dashboard,
  type IAlarm,
  type IMetric,
  type IWidget,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Construct } from 'constructs'
import { OperationsTopic } from './operations-topic.ts'
import type { Stage } from './stages.ts'

export interface AlarmProps {
  metric: IMetric
  /** What is late, lost or wrong for people while this goes on. */
  impact: string
  /** The heading in docs/runbook.md that says how to look and how to mend. */
  runbook: string
  /** One is enough, unless said otherwise. */
  threshold?: number
  /** In how many periods in a row; 1. */
  periods?: number
  /** Alarms where there is less than the threshold, or no data at all. */
  onSilence?: boolean
}

/** What watches the pipeline. Each resource declares its own alarms and its row of the dashboard. */
export class Operations extends Construct {
  readonly stage: Stage
  readonly topic: OperationsTopic
  private readonly alarms: IAlarm[] = []
  private readonly dashboard: Dashboard

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id)
    this.stage = stage
    this.topic = new OperationsTopic(this, 'Topic', stage.alarmEmail)
    this.dashboard = new Dashboard(this, 'Dashboard')
    // The list is read when all constructs have added theirs.
    this.dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: this.alarms, width: 24, height: 4 }))
  }

  /** Tells the operations topic when it begins and when it is over. */
  alarm(scope: Construct, id: string, props: AlarmProps): Alarm {
    const { metric, impact, runbook, threshold = 1, periods = 1, onSilence = false } = props
    const alarm = new Alarm(scope, id, {
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: onSilence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: onSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${impact} What to do: docs/runbook.md#${anchor(runbook)}`,
    })
    const action = new SnsAction(this.topic.topic)
    alarm.addAlarmAction(action)
    alarm.addOkAction(action)
    this.alarms.push(alarm)
    return alarm
  }

  /** A row of the dashboard. */
  show(title: string, ...widgets: IWidget[]): void {
    this.dashboard.addWidgets(new TextWidget({ markdown: `## ${title}`, width: 24, height: 1 }))
    this.dashboard.addWidgets(...widgets)
  }
}

/** As GitHub and most renderers name a heading's place. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
