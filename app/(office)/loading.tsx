import { Skeleton } from "antd";

export default function Loading() {
  return (
    <div className="panel" aria-busy="true">
      <span className="visually-hidden" role="status">
        正在读取
      </span>
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}
