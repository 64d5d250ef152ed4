// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getRecordFilePages } from '@/api';
import { asProblem } from '@/api/problem';

/** Files the service can draw the pages of. */
export const HAS_PAGES = /^(application\/pdf|image\/(png|jpeg|gif|tiff|bmp))$/;

/** The pages of a file: how many, how large. */
export const usePages = (path: { caseId: string; recordId: string; fileId: string }) =>
  useQuery({
    queryKey: ['record-file-pages', path.fileId],
    queryFn: async ({ signal }) => (await getRecordFilePages({ path, signal })).data.pages,
  });

/** A page as a picture, kept only while it is shown. */
export function usePageImage(address: string) {
  const image = useQuery({
    queryKey: ['record-file-page', address],
    queryFn: async ({ signal }) => {
      const answer = await fetch(address, { signal });
      if (!answer.ok) throw asProblem(await answer.json(), answer.status);
      return new Blob([await answer.arrayBuffer()], { type: 'image/png' });
    },
    gcTime: 0,
  });
  const [source, setSource] = useState<string>();
  useEffect(() => {
    if (!image.data) return;
    const url = URL.createObjectURL(image.data);
    setSource(url);
    return () => URL.revokeObjectURL(url);
  }, [image.data]);
  return { image, source };
}
