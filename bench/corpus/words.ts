/** What the sentences of one language are made of. */
export interface Vocabulary {
  readonly words: readonly string[]
  /** Between words. */
  readonly space: string
  /** Between two parts of a sentence. */
  readonly comma: string
  readonly stop: string
  /** Starts of headings; a noun follows. */
  readonly headings: readonly string[]
  /** Labels of tabs. */
  readonly labels: readonly string[]
  readonly columns: readonly string[]
}

const english = `gauge sensor basin valve meter reservoir channel level pressure record station gateway window interval
  threshold warning schedule report archive volume sample filter source target route queue batch buffer reader writer
  account token profile region cluster node replica bucket table column index query result panel chart axis legend
  the a each this every one another its their with without for from into over below above between after before until
  when while once opens closes reads writes sends receives keeps drops counts merges splits starts stops waits repeats
  collects forwards compares stores rotates expires refreshes quickly slowly rarely always twice safely partly again
  open closed empty full stale fresh local remote shared private hourly daily spare second third next last whole small`

const chinese = `水位 传感器 流域 阀门 仪表 水库 渠道 压力 记录 站点 网关 窗口 间隔 阈值 提醒 计划 报表 归档 容量 样本 过滤 来源
  目标 路由 队列 批次 缓冲 读取 写入 账号 令牌 配置 区域 集群 节点 副本 存储桶 数据表 字段 索引 查询 结果 面板 图表 坐标轴 图例
  每个 这个 所有 其中 另外 如果 因此 然后 之前 之后 同时 直到 可以 需要 必须 建议 默认 打开 关闭 发送 接收 保留 丢弃 统计 合并
  拆分 启动 停止 等待 重试 采集 转发 比较 保存 轮换 过期 刷新 快速 定期 总是 两次 安全地 部分 再次 空闲 本地 远程 共享 私有 每小时`

/** Words of English manuals about nothing in particular. */
export const englishVocabulary: Vocabulary = {
  words: english.split(/\s+/),
  space: ' ',
  comma: ', ',
  stop: '. ',
  headings: ['Set up the', 'Fields of the', 'Change the', 'Check the', 'Limits of the', 'Read the', 'Examples for the'],
  labels: ['Host', 'Container', 'Cluster', 'Offline'],
  columns: ['Name', 'Type', 'Default', 'Meaning'],
}

/** The same in Chinese. */
export const chineseVocabulary: Vocabulary = {
  words: chinese.split(/\s+/),
  space: '',
  comma: '，',
  stop: '。',
  headings: ['设置', '字段：', '修改', '检查', '限制：', '读取', '示例：'],
  labels: ['主机', '容器', '集群', '离线'],
  columns: ['名称', '类型', '默认值', '含义'],
}

/** Names in code and in paths, the same in every language. */
export const identifiers =
  `gauge sensor basin valve meter level pressure station gateway interval threshold schedule report
  archive volume sample filter source target route queue batch buffer account token profile region cluster node replica
  bucket column index query panel legend timeout retries workers format charset prefix suffix limit offset`.split(/\s+/)
