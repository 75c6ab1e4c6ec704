import type { Host } from './company';
import type { RunningProcess } from './processes';
import type { SampleLog } from './sample-log';

export interface Connection {
  readonly client: Host;
  readonly port: number;
  readonly process: RunningProcess;
  /** The process as the firewall writes it. */
  readonly application: string;
  readonly to: { readonly ip: string; readonly port: string };
}

/** The client's side of a TCP connection: the firewall's bind and permission at once, Sysmon's event later. */
export function logOutgoing(log: SampleLog, at: number, connection: Connection): void {
  const { client, port, application, process } = connection;
  log.add('bind', client, at - 2, {
    Application: application,
    ProcessId: String(process.pid),
    Protocol: '6',
    SourcePort: String(port),
    SourceAddress: '0.0.0.0',
    FilterRTID: '0',
    LayerRTID: '36',
    LayerName: '%%14608',
    Message: 'A bind to a local port was permitted.',
  });
  log.add('connection', client, at - 1, {
    ...flow(connection),
    Application: application,
    ProcessId: String(process.pid),
    Direction: '%%14593',
    FilterRTID: '79456',
    LayerRTID: '48',
    LayerName: '%%14611',
  });
  logSysmonConnection(log, at + 700, client, process, connection, true);
}

/** The server's side of a connection to `process` there. */
export function logIncoming(log: SampleLog, at: number, server: Host, process: RunningProcess, connection: Connection): void {
  log.add('connection', server, at, {
    ...flow(connection),
    Application: process.image,
    ProcessId: String(process.pid),
    Direction: '%%14592',
    FilterRTID: '79935',
    LayerRTID: '44',
    LayerName: '%%14610',
  });
  logSysmonConnection(log, at + 700, server, process, connection, false);
}

function flow({ client, port, to }: Connection) {
  return {
    Protocol: '6',
    SourceAddress: client.ip,
    SourcePort: String(port),
    DestAddress: to.ip,
    DestPort: to.port,
    RemoteUserID: 'S-1-0-0',
    RemoteMachineID: 'S-1-0-0',
    Message: 'A connection was permitted.',
  };
}

function logSysmonConnection(
  log: SampleLog,
  at: number,
  host: Host,
  process: RunningProcess,
  connection: Connection,
  initiated: boolean,
): void {
  log.add('sysmonConnection', host, at, {
    Image: process.image,
    ProcessId: String(process.pid),
    ProcessGuid: process.guid,
    User: 'NT AUTHORITY\\SYSTEM',
    Protocol: 'tcp',
    Initiated: String(initiated),
    SourceIsIpv6: 'false',
    SourceIp: connection.client.ip,
    SourceHostname: '-',
    SourcePort: String(connection.port),
    SourcePortName: '-',
    DestinationIsIpv6: 'false',
    DestinationIp: connection.to.ip,
    DestinationHostname: '-',
    DestinationPort: connection.to.port,
    DestinationPortName: '-',
  });
}
