// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { cancelJob, getJob, type Job } from '@/api';
import { useFormats } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { ProblemAlert } from '../ui/ProblemAlert';
import { Progress } from '../ui/states';
import { texts } from '../ui/texts';

const SOON_MS = 400;
const LATER_MS = 2000;
const YOUNG_MS = 10_000;

/** Whether a job has come to its end, good or bad. */
export const isOver = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

/** A job, asked for again until it is over: often in its first ten seconds, then every two. */
export function useJob(jobId: string | undefined) {
  return useQuery({
    queryKey: ['job', jobId],
    queryFn: async ({ signal }) => (await getJob({ path: { jobId: jobId ?? '' }, signal })).data,
    enabled: jobId !== undefined,
    refetchInterval: ({ state: { data } }) => {
      if (data && isOver(data)) return false;
      const age = data ? Date.now() - Date.parse(data.createdAt) : 0;
      return age < YOUNG_MS ? SOON_MS : LATER_MS;
    },
  });
}

/** How far a job has come, with a way to stop it; its problem where it failed. */
export function JobProgress({ job, label }: { job: Job; label: string }) {
  const t = useTexts(texts);
  const { bytes, number } = useFormats();
  const stop = useMutation({ mutationFn: () => cancelJob({ path: { jobId: job.id } }) });
  if (job.problem) return <ProblemAlert problem={job.problem} />;
  const amount = (value: number) => (job.progressUnit === 'bytes' ? bytes(value) : number(value, 0));
  const done = job.progressDone ?? 0;
  const far = job.progressTotal ? t.progress(amount(done), amount(job.progressTotal)) : t.progressOpen(amount(done));
  return (
    <Progress
      label={label}
      done={job.state === 'done' ? 1 : done}
      total={job.state === 'done' ? 1 : job.progressTotal}
      text={job.state === 'running' && done > 0 ? far : t[job.state]}
      onCancel={isOver(job) ? undefined : () => stop.mutate()}
      stopping={stop.isPending || stop.isSuccess}
    />
  );
}
