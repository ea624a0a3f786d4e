import type { FigureBlock } from '../../domain/catalogue.ts';

/**
 * The figures of job tag's numeric file, block by block, one a line: the end of its IPD id (the beginning stands in
 * `ipd.ts`), its column in seeds/occupations/figure-columns.json, and what the file calls it (version 7.00).
 */
export const FIGURE_TABLES: Readonly<Record<FigureBlock, string>> = {
  interests: `
    001 realistic 現実的
    002 investigative 研究的
    003 artistic 芸術的
    004 social 社会的
    005 enterprising 企業的
    006 conventional 慣習的
  `,
  work_values: `
    001 achievement 達成感
    002 autonomy 自律性
    003 expertise 専門性
    004 self_growth 自己成長
    005 social_recognition 社会的認知・地位
    006 service_contribution 奉仕・社会貢献
    007 good_relationships 良好な対人関係
    008 workplace_safety 労働安全衛生
    009 work_life_balance 私生活との両立
    010 stability 雇用や生活の安定性
    011 compensation 報酬や収入
  `,
  skills: `
    001 reading_comprehension 読解力
    002 active_listening 傾聴力
    003 writing 文章力
    004 speaking 説明力
    005 foreign_language_reading 外国語を読む
    006 foreign_language_listening 外国語を聞く
    007 foreign_language_writing 外国語で書く
    008 foreign_language_speaking 外国語で話す
    009 mathematics 数学的素養
    010 science 科学的素養
    011 critical_thinking 論理と推論（批判的思考）
    012 active_learning 新しい情報の応用力
    013 learning_strategies 学習方法の選択・実践
    014 monitoring 継続的観察と評価
    015 social_perceptiveness 他者の反応の理解
    016 coordination 他者との調整
    017 persuasion 説得
    018 negotiation 交渉
    019 instructing 指導
    020 service_orientation 対人援助サービス
    021 complex_problem_solving 複雑な問題解決
    022 operations_analysis 要件分析（仕様作成）
    023 technology_design カスタマイズと開発
    024 equipment_selection 道具、機器、設備の選択
    025 installation 設置と設定
    026 programming プログラミング
    027 operations_monitoring 計器監視
    028 operation_and_control 操作と制御
    029 equipment_maintenance 保守点検
    030 troubleshooting 故障等の原因特定
    031 repairing 修理
    032 quality_control_analysis クオリティチェック
    033 judgment_decision_making 合理的な意思決定
    034 systems_analysis 企業・組織の活動の分析
    035 systems_evaluation 企業・組織の活動の評価
    036 time_management 時間管理
    037 financial_resources_management 資金管理
    038 material_resources_management 資材管理
    039 personnel_resources_management 人材管理
  `,
  knowledge: `
    001 business_management ビジネスと経営
    002 clerical 事務処理
    003 economics_accounting 経済学・会計学
    004 sales_marketing 販売・マーケティング
    005 customer_personal_service 顧客サービス・対人サービス
    006 personnel_hr 人事労務管理
    007 transportation 輸送
    008 production_processing 生産・加工
    009 agriculture_livestock 農業・畜産業
    010 engineering 工学
    011 computers_electronics コンピュータと電子工学
    012 design 設計
    013 building_construction 建築・建設
    014 mechanical 機械
    015 mathematics_kn 数学
    016 physics 物理学
    017 chemistry 化学
    018 biology 生物学
    019 psychology 心理学
    020 sociology 社会学
    021 geography 地理学
    022 medicine_dentistry 医学・歯学
    023 therapy_counseling セラピーとカウンセリング
    024 education_training_kn 教育訓練
    025 japanese_language 日本語の語彙・文法
    026 foreign_language_kn 外国語の語彙・文法
    027 fine_arts 芸術
    028 history_archaeology 歴史学・考古学
    029 philosophy_theology 哲学・宗教学
    030 public_safety_security 公衆安全・危機管理
    031 law_government 法律学、政治学
    032 telecommunications 通信技術
    033 communications_media コミュニケーションとメディア
  `,
  abilities: `
    001 oral_comprehension 発話理解
    002 written_comprehension 記述理解
    003 oral_expression 発話表現
    004 written_expression 記述表現
    005 fluency_of_ideas アイデアや代案を数多く生み出す力
    006 originality 独創性
    007 problem_sensitivity トラブルの察知
    008 deductive_reasoning 演繹的推論
    009 inductive_reasoning 帰納的推論
    010 information_ordering 法則に基づいた情報の並べ替え
    011 category_flexibility カテゴライズ
    012 mathematical_reasoning 数学的推論
    013 number_facility 演算力
    014 memorization 記憶力
    015 perceptual_speed 知覚速度
    016 spatial_orientation 自他の位置関係の把握
    017 visualization モノの見え方に関する想像力
    018 selective_attention 選択的注意（集中する力）
    019 time_sharing マルチタスク
    020 arm_hand_steadiness 腕と手の安定
    021 manual_dexterity 手腕の器用さ
    022 finger_dexterity 指先の器用さ
    023 reaction_time 一瞬で素早く反応する力
    024 wrist_finger_speed 手首と指の動作速度
    025 speed_of_limb_movement 腕や脚の動作速度
    026 static_strength 筋力
    027 stamina 持久力（スタミナ）
    028 gross_body_equilibrium 平衡感覚
    029 near_vision 近接視力
    030 far_vision 遠隔視力
    031 visual_color_discrimination 色の違いを見分ける力
    032 depth_perception 奥行きの知覚（遠近感覚、深視力）
    033 hearing_sensitivity 聴覚の感度
    034 auditory_attention 聴覚的注意（特定の音を聞き分ける力）
    035 speech_clarity 発話明瞭性
  `,
  work_characteristics: `
    001 contact_with_others 他者とのかかわり
    002 face_to_face_discussions 対面での議論
    003 telephone_communication 電話での会話
    004 business_writing ビジネスレターやメモの作成
    005 conflict_situations 仕事上での他者との対立
    006 time_pressure 時間的切迫
    007 teamwork グループやチームでの仕事
    008 dealing_with_external_customers 外部の顧客等との接触
    009 coordinate_lead_others 他者と調整し、リードする
    010 exactness_accuracy 厳密さ、正確さ
    011 repetitive_tasks 同一作業の反復
    012 pace_determined_by_machine 機器等の速度に応じた作業
    013 responsibility_for_outcomes 結果・成果への責任
    014 indoor_climate_controlled 空調のきいた屋内作業
    015 indoor_non_climate_controlled 空調のきいていない屋内作業
    016 outdoor_work 屋外作業
    017 sitting 座り作業
    018 standing 立ち作業
    019 repetition_of_activities 反復作業
    020 consequence_of_error ミスの影響度
    021 freedom_to_make_decisions 意思決定の自由
    022 set_own_goals 優先順位や目標の自己設定
    023_01 regular_schedule 規則的（ルーチンやスケジュールが決まっている）
    023_02 irregular_schedule 不規則（天候、生産需要、契約期間などで変わる）
    023_03 seasonal_schedule 季節的（一年のうちの一定の時期だけ）
    024 email_communication 電子メール
    025 cramped_uncomfortable 窮屈な仕事の場所、居心地が悪い姿勢
    026 disease_infection_risk 病気、感染症のリスク
    027 minor_injury_risk 軽度の火傷、切り傷、噛まれ傷、刺し傷
    028 standard_protective_equipment 一般的な保護・安全装備の着用
    029 specialized_protective_equipment 特殊な保護・安全装備の着用
    030 dealing_with_violent_people 暴力的な人々への対応
    031 walking_running 歩行、走行
    032 handling_objects_tools モノ、道具、制御装置を扱う手作業
    033 physical_proximity 他者との身体的近接
    034 work_automation 機械やコンピュータによる仕事の自動化
    035 responsibility_for_safety 他者の健康・安全への責任
    036 impact_of_decisions 意思決定が他者や企業に及ぼす影響力
    037 level_of_competition 競争水準
  `,
  work_activities: `
    001 getting_information 情報を取得する
    002 monitor_processes 継続的に状況を把握する
    003 identifying_objects 情報の整理と検知を行う
    004 inspecting_equipment 設備、構造物、材料を検査する
    005 estimating_quantifiable 数値の算出・推計を行う
    006 judging_quality クオリティを判断する
    007 evaluating_compliance 法律や規定、基準を適用する
    008 processing_information 情報やデータを処理する
    009 analyzing_data 情報やデータを分析する
    010 making_decisions 意思決定と問題解決を行う
    011 thinking_creatively 創造的に考える
    012 updating_knowledge 仕事に関連する知識を更新し、活用する
    013 developing_objectives 目標と戦略を策定する
    014 scheduling_work スケジュールを作成する
    015 organizing_planning 仕事を整理、計画する、優先順序を決める
    016 physical_activities 全身を使って身体的な活動を行う
    017 handling_objects 手と腕を使って物を取り扱い動かす
    018 controlling_machines 機械、および機械製造のプロセスをコントロールする
    019 operating_vehicles 乗り物を運転・操縦する
    020 computer_work コンピュータを用いて作業を行う
    021 drafting_specifications 装置、部品、機器の図面を作成する、配列や仕様を設定する
    022 repairing_mechanical 機械装置の修理と保守を行う
    023 repairing_electronic 電子機器の修理と保守を行う
    024 documenting_information 情報の文書化と記録を行う
    025 interpreting_information 情報の意味を他者に説明する
    026 communicating_inside 上司、同僚、部下とコミュニケーションを取る
    027 communicating_outside 組織外の人々とコミュニケーションを取る
    028 building_relationships 人間関係を構築し、維持する
    029 assisting_caring 他者に対する支援とケアを行う
    030 selling_influencing 他者に対して売り込む、または他者の思考・行動が変容するよう働きかける
    031 resolving_conflicts 対立を解消させる、他者と交渉する
    032 performing_for_public 公共の場で一般の人々のために働いたり、直接応対する
    033 coordinating_others メンバーの仕事量や活動内容を調整する
    034 developing_teams チームを構築する
    035 training_teaching 他者の訓練と教育を行う
    036 guiding_subordinates 部下への指導、指示、動機づけを行う
    037 coaching_developing 他者をコーチし、能力開発を行う
    038 providing_consultation コンサルティングと他者へのアドバイスを行う
    039 performing_administrative 管理業務を遂行する
    040 staffing_organizational 組織の人事管理を行う
    041 monitoring_resources 資源、資材、財源の監視と管理を行う
  `,
  education_distribution: `
    001 below_high_school 高卒未満
    002 high_school 高卒
    003 vocational_school 専門学校卒
    004 junior_college 短大卒
    005 technical_college 高専卒
    006 university 大卒
    007 masters 修士課程卒（修士と同等の専門職学位を含む）
    008 doctorate 博士課程卒
    009 unknown わからない
  `,
  training_pre: `
    001 not_required 特に必要ない
    002 up_to_1_month 1ヶ月以下
    003 1_to_6_months 1ヶ月超～6ヶ月以下
    004 6_months_to_1_year 6ヶ月超～1年以下
    005 1_to_2_years 1年超～2年以下
    006 2_to_3_years 2年超～3年以下
    007 3_to_5_years 3年超～5年以下
    008 5_to_10_years 5年超～10年以下
    009 over_10_years 10年超
    010 unknown わからない
  `,
  training_post: `
    001 not_required 必要でない（未経験でも即戦力となる）
    002 up_to_1_month 1ヶ月以下
    003 1_to_6_months 1ヶ月超～6ヶ月以下
    004 6_months_to_1_year 6ヶ月超～1年以下
    005 1_to_2_years 1年超～2年以下
    006 2_to_3_years 2年超～3年以下
    007 3_to_5_years 3年超～5年以下
    008 5_to_10_years 5年超～10年以下
    009 over_10_years 10年超
    010 unknown わからない
  `,
  experience: `
    001 not_required 特に必要ない
    002 up_to_1_month 1ヶ月以下
    003 1_to_6_months 1ヶ月超～6ヶ月以下
    004 6_months_to_1_year 6ヶ月超～1年以下
    005 1_to_2_years 1年超～2年以下
    006 2_to_3_years 2年超～3年以下
    007 3_to_5_years 3年超～5年以下
    008 5_to_10_years 5年超～10年以下
    009 over_10_years 10年超
    010 unknown わからない
  `,
  employment_type: `
    001 regular_employee 正規の職員、従業員
    002 part_time パートタイマー
    003 dispatched 派遣社員
    004 contract 契約社員、期間従業員
    005 self_employed_freelance 自営、フリーランス
    006 executive 経営層（役員等）
    007 casual_non_student アルバイト（学生以外）
    008 casual_student アルバイト（学生）
    009 unknown わからない
    010 other その他
  `,
};
