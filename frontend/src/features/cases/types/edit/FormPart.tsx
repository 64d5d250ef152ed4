// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { CheckField, ChoiceField, Items, NumberField, SelectField, TextField } from '@/shared/form';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Icon } from '@/shared/ui';
import { QuestionField } from '../../new/QuestionField';
import { type Answers, groupsOf } from '../../new/schema';
import {
  asKind,
  FIELD_KINDS,
  type FieldKind,
  type FieldSchema,
  kindOf,
  optionsOf,
  withField,
  withNewField,
  withOptions,
  withoutField,
  withRequired,
} from '../definition';
import { texts } from '../texts';
import type { PartProps } from './fields';

const ROOT = '/definition/formSchema/properties';
const FIELD_KEY = /^[a-z][A-Za-z0-9]{0,59}$/;

/** The questions, group by group. */
export function FormPart({ definition, replace }: PartProps) {
  const pick = usePick();
  const { language } = useLanguage();
  const titleOf = (key: string) => {
    const field = definition.formSchema.properties[key] ?? {};
    return (language === 'en' ? field['x-titleEn'] : field.title) || key;
  };
  return (
    <div className="fieldstack">
      {definition.uiSchema.groups.map((group) => (
        <section className="field" key={group.key}>
          <h3>{pick(group.title)}</h3>
          {group.fields.map((key) => (
            <details className="formitem" key={key}>
              <summary>{titleOf(key)}</summary>
              <FieldFields definition={definition} fieldKey={key} title={titleOf(key)} replace={replace} />
            </details>
          ))}
        </section>
      ))}
      <NewField definition={definition} replace={replace} />
    </div>
  );
}

type FieldProps = Pick<PartProps, 'definition' | 'replace'> & { fieldKey: string; title: string };

function FieldFields({ definition, fieldKey, title, replace }: FieldProps) {
  const t = useTexts(texts);
  const field = definition.formSchema.properties[fieldKey] ?? {};
  const at = `${ROOT}/${fieldKey}`;
  const kind = kindOf(field);
  const put = (next: FieldSchema) => replace(withField(definition, fieldKey, next));
  return (
    <div className="fieldstack">
      <div className="fieldpair">
        <TextField
          at={`${at}/title`}
          label={t.inSwedish(t.question)}
          maxLength={200}
          value={field.title ?? ''}
          onValue={(value) => put({ ...field, title: value })}
        />
        <TextField
          at={`${at}/x-titleEn`}
          label={t.inEnglish(t.question)}
          maxLength={200}
          value={field['x-titleEn'] ?? ''}
          onValue={(value) => put({ ...field, 'x-titleEn': value })}
        />
      </div>
      <TextField
        at={`${at}/description`}
        label={t.help}
        optional
        maxLength={500}
        value={String(field.description ?? '')}
        onValue={(value) => put({ ...field, description: value === '' ? undefined : value })}
      />
      <div className="fieldpair">
        <SelectField
          at={`${at}/type`}
          label={t.answerKind}
          options={FIELD_KINDS.map((value) => ({ value, text: t.kinds[value] }))}
          value={kind}
          onValue={(value) => put(asKind(field, value as FieldKind))}
        />
        {(kind === 'text' || kind === 'longtext') && (
          <NumberField
            at={`${at}/maxLength`}
            label={t.maxLength}
            value={Number(field.maxLength ?? 200)}
            onValue={(maxLength) => put({ ...field, maxLength })}
          />
        )}
      </div>
      {(kind === 'integer' || kind === 'number') && (
        <div className="fieldpair">
          <NumberField
            at={`${at}/minimum`}
            label={t.minimum}
            value={Number(field.minimum)}
            onValue={(minimum) => put({ ...field, minimum })}
          />
          <NumberField
            at={`${at}/maximum`}
            label={t.maximum}
            value={Number(field.maximum)}
            onValue={(maximum) => put({ ...field, maximum })}
          />
        </div>
      )}
      {(kind === 'one' || kind === 'many') && (
        <div className="field">
          <Items
            at={kind === 'many' ? `${at}/items/oneOf` : `${at}/oneOf`}
            items={optionsOf(field)}
            onItems={(options) => put(withOptions(field, options))}
            titleOf={(option) => option.title}
            blank={{ const: '', title: '', 'x-titleEn': '' }}
            add={t.add.option}
          >
            {(option, change, place) => (
              <>
                <div className="fieldpair">
                  <TextField
                    at={`${place}/title`}
                    label={t.swedish}
                    maxLength={200}
                    value={option.title}
                    onValue={(value) => change({ ...option, title: value })}
                  />
                  <TextField
                    at={`${place}/x-titleEn`}
                    label={t.english}
                    maxLength={200}
                    value={option['x-titleEn']}
                    onValue={(value) => change({ ...option, 'x-titleEn': value })}
                  />
                </div>
                <TextField
                  at={`${place}/const`}
                  label={t.optionKey}
                  hint={t.keyHint}
                  maxLength={60}
                  value={option.const}
                  onValue={(value) => change({ ...option, const: value })}
                />
              </>
            )}
          </Items>
        </div>
      )}
      <CheckField
        at={`${at}/required`}
        label={t.mustAnswer}
        checked={(definition.formSchema.required ?? []).includes(fieldKey)}
        onChecked={(required) => replace(withRequired(definition, fieldKey, required))}
      />
      <p className="field">
        <Button small look="quiet" onClick={() => replace(withoutField(definition, fieldKey))}>
          <Icon name="cross" /> {t.remove}
          <span className="vh">: {title}</span>
        </Button>
      </p>
    </div>
  );
}

function NewField({ definition, replace }: Pick<PartProps, 'definition' | 'replace'>) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const groups = Object.fromEntries(definition.uiSchema.groups.map((group) => [group.key, group.title[language]]));
  const [key, setKey] = useState('');
  const [group, setGroup] = useState(definition.uiSchema.groups[0]?.key ?? '');
  const [wrong, setWrong] = useState(false);
  const add = () => {
    const good = FIELD_KEY.test(key) && !(key in definition.formSchema.properties);
    setWrong(!good);
    if (!good) return;
    replace(withNewField(definition, key, group));
    setKey('');
  };
  return (
    <section className="field" aria-label={t.add.field}>
      <div className="fieldpair">
        <TextField at="/newField" label={t.fieldKey} hint={t.fieldKeyHint} maxLength={60} value={key} onValue={setKey} />
        <ChoiceField at="/newFieldGroup" label={t.group} words={groups} value={group} onValue={setGroup} />
      </div>
      {wrong && (
        <p className="error-text" role="alert">
          {t.giveFieldKey}
        </p>
      )}
      <p className="field">
        <Button icon="plus" onClick={add}>
          {t.add.field}
        </Button>
      </p>
    </section>
  );
}

/** The form as it will be when a case is registered. */
export function FormPreview({ definition }: Pick<PartProps, 'definition'>) {
  const t = useTexts(texts);
  const pick = usePick();
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <aside className="typepreview panel panel--ground" aria-labelledby="form-preview">
      <h2 id="form-preview" className="h3">
        {t.preview}
      </h2>
      <p className="small muted">{t.previewHint}</p>
      {groupsOf(definition).map((group) => (
        <section key={group.key} className="fieldstack">
          <h3 className="field">{pick(group.title)}</h3>
          {group.questions.map((question) => (
            <QuestionField
              key={question.key}
              question={question}
              answer={answers[question.key]}
              onAnswer={(answer) => setAnswers((old) => ({ ...old, [question.key]: answer }))}
            />
          ))}
        </section>
      ))}
    </aside>
  );
}
