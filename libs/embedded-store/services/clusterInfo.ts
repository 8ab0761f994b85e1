import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { uuidNumbers } from '../protocol/uuidNumbers';

/** A cluster of one: its leader, alive, at its own address. */
export function clusterInfo(instanceId: string, host: string, port: number): ClusterInfo {
  const member = new MemberInfo()
    .setInstanceId(uuidNumbers(instanceId))
    .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
    .setState(MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setHttpEndPoint(new EndPoint().setAddress(host).setPort(port));
  return new ClusterInfo().setMembersList([member]);
}
