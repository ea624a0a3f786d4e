/**
 * What the columns of job tag's download files are. Each has an IPD id in a row of its own; columns and rows may
 * stand anywhere, the ids do not change within a major version. Their official description is the sheet
 * 「インプットデータ細目」 of the workbooks.
 */
import { FIGURE_BLOCKS, type FigureBlock } from '../../domain/catalogue.ts';
import { FIGURE_TABLES } from './ipd-figures.ts';

/** 収録番号: the number of an occupation, never given to another one. */
export const OCCUPATION_ID = 'IPD_01_01_001';
/** 職業名. */
export const OCCUPATION_NAME = 'IPD_02_01_001';

/** Where a block of figures stands, and between which values its figures lie. */
interface Block {
  readonly prefix: string;
  readonly least: number;
  readonly most: number;
}

/**
 * Means of ratings by people in the occupation, or shares of their answers. Not used: IPD_04_03_02, IPD_04_04_02
 * (marks for what most found irrelevant), IPD_05 (tasks), IPD_77, IPD_88, IPD_99 (who was asked, when, how many).
 */
export const BLOCKS: Readonly<Record<FigureBlock, Block>> = {
  /** 職業興味. */
  interests: { prefix: 'IPD_04_01_', least: 1, most: 5 },
  /** 仕事価値観. */
  work_values: { prefix: 'IPD_04_02_', least: 1, most: 5 },
  /** スキル, means. */
  skills: { prefix: 'IPD_04_03_01_', least: 0, most: 7 },
  /** 知識, means. */
  knowledge: { prefix: 'IPD_04_04_01_', least: 0, most: 5 },
  /** アビリティ. */
  abilities: { prefix: 'IPD_04_12_', least: 1, most: 5 },
  /** 仕事の性質: ratings 1–5, but 023_01 to 023_03 are shares of one answer. */
  work_characteristics: { prefix: 'IPD_04_05_', least: 0, most: 5 },
  /** 仕事活動. */
  work_activities: { prefix: 'IPD_04_10_', least: 1, most: 5 },
  /** 学歴: shares; several answers allowed. */
  education_distribution: { prefix: 'IPD_04_06_', least: 0, most: 1 },
  /** 入職前の訓練期間: shares of one answer. */
  training_pre: { prefix: 'IPD_04_07_', least: 0, most: 1 },
  /** 入職後の訓練期間: shares of one answer. */
  training_post: { prefix: 'IPD_04_09_', least: 0, most: 1 },
  /** 入職前の実務経験: shares of one answer. */
  experience: { prefix: 'IPD_04_08_', least: 0, most: 1 },
  /** 一般的な就業形態: shares; several answers allowed. */
  employment_type: { prefix: 'IPD_04_11_', least: 0, most: 1 },
};

/** One figure: its IPD id, its column in the seeds, and what the file calls it. */
export interface FigureColumn {
  readonly ipd: string;
  readonly column: string;
  readonly label: string;
}

/** The figures of each block, in the order of seeds/occupations/figure-columns.json. */
export const FIGURES: Readonly<Record<FigureBlock, readonly FigureColumn[]>> = Object.fromEntries(
  FIGURE_BLOCKS.map((block) => [
    block,
    FIGURE_TABLES[block]
      .trim()
      .split('\n')
      .map((line): FigureColumn => {
        const [end, column, label] = line.trim().split(' ');
        return { ipd: `${BLOCKS[block].prefix}${end}`, column: column!, label: label! };
      }),
  ]),
) as unknown as Record<FigureBlock, readonly FigureColumn[]>;

/** Columns of the description file that there is one of. */
export const DESCRIPTION = {
  /** 主な厚労省編職業分類. */
  mhlwMain: 'IPD_02_02_000',
  /** 主な日本標準職業分類. */
  jsocMain: 'IPD_02_03_000',
  /** 簡易説明文. */
  summary: 'IPD_03_01_000',
  /** どんな職業か. */
  whatItIs: 'IPD_03_01_001',
  /** 就くには. */
  howToBecome: 'IPD_03_01_002',
  /** 労働条件の特徴. */
  workingConditions: 'IPD_03_01_003',
} as const;

/** Columns that there are several of, as many as the longest list needs; what each is called begins with `label`. */
export const DESCRIPTION_LISTS = {
  mhlw: { prefix: 'IPD_02_02_', label: '厚労省編職業分類' },
  jsoc: { prefix: 'IPD_02_03_', label: '日本標準職業分類' },
  aliases: { prefix: 'IPD_02_04_', label: '別名' },
  licences: { prefix: 'IPD_03_04_', label: '関連資格' },
} as const;
