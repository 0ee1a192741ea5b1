import {
  planEndpoints,
  planMoveWords,
  planStateWords,
  type PlanDetail,
  type PlanMove,
} from '@sunledger/shared-types';
import { useState } from 'react';
import { confirm, errorMessage, open, toast, useCall, useSend } from '../../platform';
import { Button, Card, Chip, Notice, QueryView, RedHead, Text, TextLink, View } from '../../ui';
import { ReasonSheet } from '../oversight/reason-sheet';
import { headOf } from '../plan/plan-words';
import type { WorkFrame } from '../reply/work-frame';
import { needsDecision, planSteps, standingWords } from './plan-moves';
import { PlanContent } from './plan-content';
import { refreshedByPlans } from './refreshed';
import { stateLook } from './state-look';
import './plan-import.scss';

interface ManagePlanProps {
  id: number;
  frame: WorkFrame;
  /** The plan has gone on to the next hands. */
  onDone: () => void;
}

/** 审核与发布: the plan as it was read, where it stands, and what this person may do with it. */
export function ManagePlan({ id, frame, onDone }: ManagePlanProps) {
  const plan = useCall(planEndpoints.get, { id });
  if (!plan.data) {
    return (
      <>
        {frame({ body: <QueryView query={plan}>{() => null}</QueryView>, foot: null, reload: plan.refetch })}
      </>
    );
  }
  return <Loaded key={id} plan={plan.data} frame={frame} onDone={onDone} reload={plan.refetch} />;
}

interface LoadedProps {
  plan: PlanDetail;
  frame: WorkFrame;
  onDone: () => void;
  reload: () => Promise<unknown>;
}

type Asked = 'sendBack' | 'withdraw' | 'publish';

const doneWords: Record<PlanMove, string> = {
  submit: '已送审',
  approve: '审核通过',
  sendBack: '已退回',
  publish: '已发布',
  withdraw: '已撤下',
};

const questions: Record<
  'submit' | 'approve' | 'publish',
  { title: string; text: string; confirmText: string }
> = {
  submit: { title: '送审这份工作要点？', text: '送审后由另一位同事审核。', confirmText: '送审' },
  approve: { title: '审核通过？', text: '通过后由公开办发布。请确认已对照原文看过。', confirmText: '通过' },
  publish: {
    title: '发布这份工作要点？',
    text: '发布后群众可以看到全文和每项任务的进展。',
    confirmText: '发布',
  },
};

function Loaded({ plan, frame, onDone, reload }: LoadedProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const options = { refreshes: refreshedByPlans };
  const sends = {
    submit: useSend(planEndpoints.submit, options),
    approve: useSend(planEndpoints.approve, options),
    sendBack: useSend(planEndpoints.sendBack, options),
    publish: useSend(planEndpoints.publish, options),
    withdraw: useSend(planEndpoints.withdraw, options),
  };
  const { id } = plan;

  const after = (move: PlanMove): void => {
    toast(doneWords[move], 'done');
    // whoever decides is done here; whoever prepares goes on with the same plan
    if (move === 'approve' || move === 'sendBack') onDone();
  };
  const ask = async (move: 'submit' | 'approve' | 'publish'): Promise<void> => {
    setProblem(null);
    if (move === 'publish' && needsDecision(plan)) {
      setAsked('publish');
      return;
    }
    if (!(await confirm({ ...questions[move], cancelText: '再看看' }))) return;
    try {
      await sends[move].run({ id });
    } catch (error) {
      setProblem(errorMessage(error));
      return;
    }
    after(move);
  };
  const close = (): void => setAsked(null);

  const body = (
    <>
      <View className="stack">
        <RedHead {...headOf(plan)} />
        <StandingCard plan={plan} />
        {problem !== null && (
          <Notice tone="late" icon="warn">
            {problem}
          </Notice>
        )}
        <PlanContent plan={plan} />
      </View>
      <ReasonSheet
        open={asked === 'sendBack'}
        title="退回工作要点"
        lead="退回后成为草稿，由公开办改好再送审。"
        label="退回理由"
        words={['任务与原文不一致', '责任单位有错漏', '时限有误']}
        confirmText="退回"
        onSend={(note) => sends.sendBack.run({ id, note })}
        onSent={() => after('sendBack')}
        onClose={close}
      />
      <ReasonSheet
        open={asked === 'withdraw'}
        title="撤下工作要点"
        lead="撤下后群众看不到这份要点和它的任务，记录仍保留。"
        label="撤下理由"
        confirmText="撤下"
        danger
        onSend={(note) => sends.withdraw.run({ id, note })}
        onSent={() => after('withdraw')}
        onClose={close}
      />
      <ReasonSheet
        open={asked === 'publish'}
        title="写明公开的决定"
        lead={`这份文件${plan.disclosure ? `标明“${plan.disclosure}”` : '没有标明主动公开'}。请写明谁决定公开、依据是什么，这段话留存备查。`}
        label="公开决定"
        placeholder="如：县政府办公室主任某某 11月20日批准公开，见〔2026〕12号批示"
        field="decision"
        min={4}
        max={300}
        confirmText="发布"
        onSend={(decision) => sends.publish.run({ id, decision })}
        onSent={() => after('publish')}
        onClose={close}
      />
    </>
  );
  return <>{frame({ body, foot: footOf(plan.moves, ask, setAsked), reload })}</>;
}

function footOf(
  moves: readonly PlanMove[],
  ask: (move: 'submit' | 'approve' | 'publish') => Promise<void>,
  setAsked: (move: Asked) => void,
) {
  if (moves.length === 0) return null;
  const forward = (['submit', 'approve', 'publish'] as const).filter((move) => moves.includes(move));
  return (
    <>
      {moves.includes('withdraw') && (
        <Button kind="danger" onTap={() => setAsked('withdraw')}>
          {planMoveWords.withdraw}
        </Button>
      )}
      {moves.includes('sendBack') && (
        <Button kind="plain" onTap={() => setAsked('sendBack')}>
          {planMoveWords.sendBack}
        </Button>
      )}
      {forward.map((move) => (
        <Button key={move} onTap={() => ask(move)}>
          {planMoveWords[move]}
        </Button>
      ))}
    </>
  );
}

function StandingCard({ plan }: { plan: PlanDetail }) {
  const look = stateLook[plan.status];
  return (
    <Card>
      <View className="row row--wrap row--between">
        <Chip tone={look.tone} shape={look.shape}>
          {planStateWords[plan.status]}
        </Chip>
        <Text className="t-note">{plan.taskCount} 项任务</Text>
      </View>
      <View
        className="plan-steps"
        role="img"
        label={planSteps(plan.status)
          .map(
            (step) =>
              `${step.word}${step.state === 'done' ? '完成' : step.state === 'now' ? '进行中' : '未到'}`,
          )
          .join('，')}
      >
        {planSteps(plan.status).map((step) => (
          <View key={step.word} className={`plan-steps__one plan-steps__one--${step.state}`} silent>
            <Text>{step.state === 'done' ? '●' : step.state === 'now' ? '◐' : '○'}</Text>{' '}
            <Text>{step.word}</Text>
          </View>
        ))}
      </View>
      <View className="t-2">{standingWords(plan)}</View>
      {plan.reviewNote && plan.status === 'draft' && (
        <View className="mt-s">
          <Notice tone="soon" icon="edit">
            上次审核被退回：{plan.reviewNote}
          </Notice>
        </View>
      )}
      <TextLink onTap={() => open('plan', { id: plan.id })}>
        {plan.status === 'published' ? '看公开的样子' : '看发布后的样子'}
      </TextLink>
    </Card>
  );
}
