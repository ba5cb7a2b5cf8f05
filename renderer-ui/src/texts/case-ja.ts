/** Words of one application at the desk, beside those of the desk as a whole. */
export const caseJa = {
  concealed: {
    masked: '伏せています',
    hidden: 'この段階では、あなたの役割には表示されません',
    open: '開いて見る',
    openOf: (title: string) => `${title}を開いて見る`,
    recorded: '開いたことは記録され、申請者にも伝わります。',
    cover: '伏せる',
    coverOf: (title: string) => `${title}を伏せる`,
    changed: '補正で変わりました。',
    opened: (titles: string) => `開いた項目：${titles}`,
  },
};
