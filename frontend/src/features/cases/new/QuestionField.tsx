// SPDX-License-Identifier: EUPL-1.2
import { CheckGroup, DateField, RadioField, SelectField, TextArea, TextField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import type { Question } from './schema';
import { texts } from './texts';

type Props = { question: Question; answer: string | string[] | undefined; onAnswer: (answer: string | string[]) => void };

/** The field of a question, of the kind its schema says. */
export function QuestionField({ question, answer, onAnswer }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const written = typeof answer === 'string' ? answer : '';
  const options = question.options.map((option) => ({ value: option.value, text: pick(option.title) }));
  const common = { at: `/formData/${question.key}`, label: pick(question.title), hint: question.hint };
  switch (question.kind) {
    case 'many':
      return <CheckGroup {...common} options={options} chosen={Array.isArray(answer) ? answer : []} onChosen={onAnswer} />;
    case 'one':
      return <SelectField {...common} options={options} empty={t.notAnswered} value={written} onValue={onAnswer} />;
    case 'yesno':
      return (
        <RadioField
          {...common}
          options={[
            { value: 'yes', text: t.yes },
            { value: 'no', text: t.no },
          ]}
          value={written}
          onValue={onAnswer}
        />
      );
    case 'date':
      return <DateField {...common} value={written} onValue={onAnswer} />;
    case 'longtext':
      return <TextArea {...common} value={written} onValue={onAnswer} maxLength={question.maxLength} />;
    case 'integer':
    case 'number':
      return <TextField {...common} value={written} onValue={onAnswer} inputMode={question.kind === 'integer' ? 'numeric' : 'decimal'} />;
    default:
      return (
        <TextField {...common} hint={question.hint ?? question.example} value={written} onValue={onAnswer} maxLength={question.maxLength} />
      );
  }
}
