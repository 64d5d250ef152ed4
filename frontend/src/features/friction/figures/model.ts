// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getMaturityModel, type MaturityIndicator } from '@/api';

/** The model's words for its indicators, by code; empty where one may not read the model. */
export function useModelIndicators(): ReadonlyMap<string, MaturityIndicator> {
  const { data } = useQuery({
    queryKey: ['maturity-model', 'indicators'],
    queryFn: async ({ signal }) => (await getMaturityModel({ signal })).data.indicators,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return new Map((data ?? []).map((one) => [one.code, one]));
}
