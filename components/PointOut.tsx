import { i18n } from '#i18n';

export type PointOutProps = {
  /** Something was pointed out on this site before. */
  isKnown: boolean;
  /** It was, and finds nothing on this page. */
  isLost: boolean;
  trouble: 'not-a-page' | 'refused' | null;
  onPoint(): void;
};

/** The way to a page that no adapter knows: its chat is pointed out by hand. */
export function PointOut({ isKnown, isLost, trouble, onPoint }: PointOutProps) {
  return (
    <div class="point-out">
      {isLost && <p class="note">{i18n.t('popup_point_lost')}</p>}
      <button type="button" class="link" onClick={onPoint}>
        {i18n.t(isKnown ? 'popup_point_again' : 'popup_point')}
      </button>
      <p class="note" role="status">
        {trouble === 'refused' && i18n.t('popup_point_refused')}
        {trouble === 'not-a-page' && i18n.t('popup_point_not_page')}
      </p>
    </div>
  );
}
