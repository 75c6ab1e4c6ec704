/**
 * The event types of the sample: their constant values and their keys in the order in which an NXLog agent and a Logstash collector write
 * them (Windows event schemas; field names and orders as the public Security-Datasets show them).
 */
export interface EventShape {
  readonly provider: keyof typeof PROVIDERS;
  readonly eventId: number;
  readonly task: number;
  readonly version: number;
  readonly category: string;
  readonly keys: readonly string[];
}

export const PROVIDERS = {
  security: {
    source: 'Microsoft-Windows-Security-Auditing',
    channel: 'Security',
    guid: '{54849625-5478-4994-A5BA-3E3B0328C30D}',
    keywords: -9214364837600034816n,
  },
  sysmon: {
    source: 'Microsoft-Windows-Sysmon',
    channel: 'Microsoft-Windows-Sysmon/Operational',
    guid: '{5770385F-C22A-43E0-BF4C-06F5698FFBD9}',
    keywords: -9223372036854775808n,
  },
  powershell: {
    source: 'Microsoft-Windows-PowerShell',
    channel: 'Microsoft-Windows-PowerShell/Operational',
    guid: '{A0C1853B-5C40-4B15-8766-3CF1C58F985A}',
    keywords: 0n,
  },
  services: {
    source: 'Service Control Manager',
    channel: 'System',
    guid: '{555908D1-A6D7-4695-8E1E-26931D2012F4}',
    keywords: -9187343239835811840n,
  },
} as const;

function shape(provider: EventShape['provider'], eventId: number, task: number, version: number, category: string, keys: string): EventShape {
  return { provider, eventId, task, version, category, keys: keys.trim().split(/\s+/) };
}

export const SHAPES = {
  logon: shape('security', 4624, 12544, 2, 'Logon', `
    SeverityValue SubjectDomainName EventReceivedTime EventID ProviderGuid ExecutionProcessID Channel host TargetLogonId LogonType
    VirtualAccount ProcessId LogonGuid Opcode EventTime AuthenticationPackageName SourceModuleType ProcessName IpAddress
    TransmittedServices @version OpcodeValue Severity SourceName Category LmPackageName ImpersonationLevel Keywords SubjectUserSid
    ThreadID ElevatedToken EventType WorkstationName TargetOutboundUserName Message @timestamp TargetOutboundDomainName SubjectLogonId
    port RecordNumber SubjectUserName LogonProcessName KeyLength Task TargetLinkedLogonId SourceModuleName RestrictedAdminMode Version
    TargetUserName IpPort TargetUserSid Hostname TargetDomainName tags`),
  failedLogon: shape('security', 4625, 12544, 0, 'Logon', `
    @timestamp LmPackageName TransmittedServices port Severity SubjectUserSid EventTime EventReceivedTime ProviderGuid ExecutionProcessID
    SubjectDomainName LogonProcessName SubjectLogonId tags EventType Version FailureReason SourceModuleName WorkstationName TargetUserName
    RecordNumber TargetDomainName Task IpPort LogonType ProcessId KeyLength OpcodeValue SourceName Channel Status SubjectUserName
    SubStatus AuthenticationPackageName EventID Category SeverityValue Keywords TargetUserSid SourceModuleType IpAddress host ThreadID
    Message Hostname @version ProcessName Opcode`),
  logoff: shape('security', 4634, 12545, 0, 'Logoff', `
    Keywords SeverityValue EventReceivedTime EventID ProviderGuid ExecutionProcessID Channel host TargetLogonId LogonType ThreadID
    EventType Opcode EventTime Message @timestamp SourceModuleType port RecordNumber Task @version OpcodeValue SourceModuleName Severity
    SourceName Version Category TargetUserName TargetUserSid Hostname TargetDomainName tags`),
  privileges: shape('security', 4672, 12548, 0, 'Special Logon', `
    Keywords SeverityValue SubjectDomainName EventID ProviderGuid ExecutionProcessID Channel host SubjectUserSid EventReceivedTime
    ThreadID EventType Opcode EventTime Message PrivilegeList @timestamp SubjectLogonId SourceModuleType port RecordNumber SubjectUserName
    Task @version OpcodeValue SourceModuleName Severity SourceName Version Category tags Hostname`),
  processStart: shape('security', 4688, 13312, 2, 'Process Creation', `
    @timestamp ProcessId OpcodeValue port Severity MandatoryLabel SubjectUserSid EventTime SourceName ProviderGuid Channel SubjectUserName
    EventReceivedTime CommandLine ExecutionProcessID EventID Category SubjectDomainName SubjectLogonId ParentProcessName tags
    SeverityValue Keywords EventType Version TargetUserSid SourceModuleName SourceModuleType TokenElevationType host TargetUserName
    RecordNumber ThreadID Task Message Hostname NewProcessName NewProcessId @version TargetDomainName TargetLogonId Opcode`),
  processEnd: shape('security', 4689, 13313, 0, 'Process Termination', `
    Keywords SeverityValue SubjectDomainName EventID ProviderGuid ExecutionProcessID Channel host SubjectUserSid EventReceivedTime
    ProcessId ThreadID EventType Opcode EventTime Message @timestamp SubjectLogonId SourceModuleType port ProcessName RecordNumber
    SubjectUserName Task @version OpcodeValue SourceModuleName Severity SourceName Version Status Category tags Hostname`),
  ticket: shape('security', 4769, 14337, 0, 'Kerberos Service Ticket Operations', `
    Keywords SeverityValue EventReceivedTime EventID ProviderGuid ExecutionProcessID Channel host ServiceName ThreadID LogonGuid EventType
    Opcode EventTime Message TicketEncryptionType @timestamp SourceModuleType port RecordNumber IpAddress Task TransmittedServices
    @version OpcodeValue ServiceSid TicketOptions SourceModuleName Severity SourceName Version Status Category TargetUserName IpPort tags
    Hostname TargetDomainName`),
  handleClosed: shape('security', 4658, 12801, 0, 'Registry', `
    @timestamp ProcessId ObjectServer OpcodeValue port Severity SubjectUserSid EventTime SourceName ProviderGuid Channel SubjectUserName
    EventReceivedTime ExecutionProcessID EventID Category SubjectDomainName SubjectLogonId tags SeverityValue Keywords EventType Version
    SourceModuleName HandleId SourceModuleType host RecordNumber ThreadID Task Message Hostname @version ProcessName Opcode`),
  objectAccess: shape('security', 4663, 12801, 1, 'Registry', `
    @timestamp ProcessId ObjectServer OpcodeValue port Severity SubjectUserSid EventTime SourceName ProviderGuid Channel SubjectUserName
    EventReceivedTime ExecutionProcessID EventID Category SubjectDomainName SubjectLogonId ObjectType tags SeverityValue Keywords
    EventType Version ObjectName SourceModuleName HandleId SourceModuleType host AccessList RecordNumber ThreadID Task Message Hostname
    AccessMask ResourceAttributes @version ProcessName Opcode`),
  serviceInstalledSecurity: shape('security', 4697, 12289, 0, 'Security System Extension', `
    Keywords SeverityValue SubjectDomainName EventID ProviderGuid ExecutionProcessID Channel host SubjectUserSid EventReceivedTime
    ThreadID EventType Opcode EventTime ServiceName ServiceFileName ServiceType ServiceStartType ServiceAccount Message @timestamp
    SubjectLogonId SourceModuleType port RecordNumber SubjectUserName Task @version OpcodeValue SourceModuleName Severity SourceName
    Version Category tags Hostname`),
  shareConnect: shape('security', 5140, 12808, 1, 'File Share', `
    Keywords SeverityValue SubjectDomainName EventID ProviderGuid ExecutionProcessID Channel host SubjectUserSid ObjectType
    EventReceivedTime ThreadID EventType Opcode EventTime Message ShareName @timestamp SubjectLogonId AccessMask port SourceModuleType
    RecordNumber SubjectUserName IpAddress ShareLocalPath Task @version OpcodeValue SourceModuleName Severity SourceName Version
    AccessList Category IpPort tags Hostname`),
  shareAccess: shape('security', 5145, 12811, 0, 'Detailed File Share', `
    Keywords SeverityValue SubjectDomainName EventID ProviderGuid ExecutionProcessID Channel host SubjectUserSid ObjectType
    EventReceivedTime ThreadID EventType Opcode EventTime Message ShareName AccessReason @timestamp SubjectLogonId AccessMask port
    SourceModuleType RecordNumber SubjectUserName IpAddress ShareLocalPath Task RelativeTargetName @version OpcodeValue SourceModuleName
    Severity SourceName Version AccessList Category IpPort tags Hostname`),
  connection: shape('security', 5156, 12810, 1, 'Filtering Platform Connection', `
    Keywords SeverityValue Application EventID ProviderGuid ExecutionProcessID Channel host EventReceivedTime ProcessId ThreadID EventType
    Opcode EventTime Message FilterRTID RemoteUserID @timestamp LayerRTID SourceModuleType port RecordNumber Task Direction @version
    OpcodeValue SourcePort DestPort Protocol SourceModuleName Severity DestAddress SourceName Version LayerName RemoteMachineID Category
    SourceAddress tags Hostname`),
  bind: shape('security', 5158, 12810, 0, 'Filtering Platform Connection', `
    Keywords SeverityValue Application EventID ProviderGuid ExecutionProcessID Channel host EventReceivedTime ProcessId ThreadID EventType
    Opcode EventTime Message FilterRTID @timestamp LayerRTID SourceModuleType port RecordNumber Task Protocol @version OpcodeValue
    SourcePort SourceModuleName Severity SourceName Version LayerName Category SourceAddress tags Hostname`),
  sysmonProcess: shape('sysmon', 1, 1, 5, 'Process Create (rule: ProcessCreate)', `
    @timestamp AccountName port OriginalFileName Severity EventTime EventReceivedTime ProviderGuid Product Hashes ExecutionProcessID tags
    User EventType Version ParentImage SourceModuleName Domain FileVersion RuleName RecordNumber CurrentDirectory Task Company UserID
    ProcessGuid ProcessId OpcodeValue AccountType ParentCommandLine SourceName Channel Image CommandLine UtcTime EventID Category
    TerminalSessionId ParentProcessGuid SeverityValue Keywords Description LogonId SourceModuleType host IntegrityLevel ThreadID Hostname
    @version ParentProcessId Opcode`),
  sysmonConnection: shape('sysmon', 3, 3, 5, 'Network connection detected (rule: NetworkConnect)', `
    SourcePortName tags SeverityValue EventReceivedTime EventID ProviderGuid ExecutionProcessID Channel host AccountType ProcessGuid
    Opcode EventTime SourceModuleType AccountName Domain Protocol @version OpcodeValue SourcePort DestinationPort Severity User SourceName
    Category SourceHostname DestinationIp SourceIp Keywords UserID ThreadID DestinationIsIpv6 EventType @timestamp port RecordNumber Task
    SourceModuleName Initiated Version Image SourceIsIpv6 DestinationPortName UtcTime Hostname DestinationHostname RuleName ProcessId`),
  sysmonProcessEnd: shape('sysmon', 5, 5, 3, 'Process terminated (rule: ProcessTerminate)', `
    Keywords SeverityValue EventReceivedTime EventID ProviderGuid ExecutionProcessID Channel host AccountType UserID ProcessGuid ThreadID
    EventType Opcode EventTime @timestamp SourceModuleType port AccountName RecordNumber Task Domain @version OpcodeValue SourceModuleName
    Severity SourceName Version Image Category UtcTime Hostname RuleName tags ProcessId`),
  imageLoad: shape('sysmon', 7, 7, 3, 'Image loaded (rule: ImageLoad)', `
    ImageLoaded SeverityValue EventReceivedTime EventID ProviderGuid ExecutionProcessID Channel host AccountType ProcessGuid Opcode
    EventTime Signed SourceModuleType AccountName Domain @version OpcodeValue SignatureStatus Severity Hashes SourceName Description
    Category Company Keywords FileVersion UserID ThreadID EventType @timestamp port RecordNumber Task Signature SourceModuleName Version
    Product Image OriginalFileName UtcTime Hostname RuleName tags ProcessId`),
  processAccess: shape('sysmon', 10, 10, 3, 'Process accessed (rule: ProcessAccess)', `
    Keywords SeverityValue SourceImage EventID ProviderGuid ExecutionProcessID Channel host AccountType UserID SourceProcessGUID ThreadID
    TargetImage GrantedAccess EventType Opcode EventTime EventReceivedTime @timestamp SourceModuleType port AccountName RecordNumber
    SourceProcessId SourceThreadId Task Domain @version OpcodeValue SourceModuleName TargetProcessGUID Severity SourceName Version
    TargetProcessId Category CallTrace UtcTime Hostname RuleName tags`),
  fileCreate: shape('sysmon', 11, 11, 2, 'File created (rule: FileCreate)', `
    Keywords SeverityValue EventReceivedTime EventID ProviderGuid ExecutionProcessID Channel host AccountType UserID ProcessGuid ThreadID
    EventType Opcode EventTime @timestamp TargetFilename SourceModuleType port AccountName RecordNumber Task Domain @version OpcodeValue
    CreationUtcTime SourceModuleName Severity SourceName Version Image Category UtcTime Hostname RuleName tags ProcessId`),
  registryObject: shape('sysmon', 12, 12, 2, 'Registry object added or deleted (rule: RegistryEvent)', `
    Keywords SeverityValue TargetObject EventTypeOrignal EventID ProviderGuid ExecutionProcessID host Channel UserID AccountType ThreadID
    ProcessGuid EventReceivedTime Opcode EventTime @timestamp SourceModuleType port AccountName RecordNumber Task Domain @version
    OpcodeValue SourceModuleName Severity SourceName Version Image Category UtcTime Hostname RuleName tags ProcessId`),
  registryValue: shape('sysmon', 13, 13, 2, 'Registry value set (rule: RegistryEvent)', `
    Keywords SeverityValue TargetObject EventTypeOrignal EventID ProviderGuid ExecutionProcessID host Channel UserID AccountType ThreadID
    ProcessGuid Details EventReceivedTime Opcode EventTime @timestamp SourceModuleType port AccountName RecordNumber Task Domain @version
    OpcodeValue SourceModuleName Severity SourceName Version Image Category UtcTime Hostname RuleName tags ProcessId`),
  dnsQuery: shape('sysmon', 22, 22, 5, 'Dns query (rule: DnsQuery)', `
    @timestamp ProcessId OpcodeValue AccountName port AccountType QueryResults Severity EventTime SourceName ProviderGuid Channel Image
    EventReceivedTime QueryName ExecutionProcessID UtcTime EventID Category tags QueryStatus SeverityValue Keywords EventType Version
    SourceModuleName SourceModuleType Domain host RuleName RecordNumber ThreadID Task Hostname @version UserID ProcessGuid Opcode`),
  fileDelete: shape('sysmon', 23, 23, 5, 'File Delete (rule: FileDelete)', `
    @timestamp ProcessId OpcodeValue AccountName port AccountType IsExecutable Severity EventTime SourceName ProviderGuid Channel Image
    EventReceivedTime TargetFilename Hashes ExecutionProcessID UtcTime EventID Category tags User SeverityValue Keywords EventType Version
    Archived SourceModuleName SourceModuleType Domain host RuleName RecordNumber ThreadID Task Hostname @version UserID ProcessGuid Opcode`),
  pipeline: shape('powershell', 4103, 106, 1, 'Executing Pipeline', `
    @timestamp OpcodeValue AccountName port AccountType Severity EventTime SourceName ProviderGuid Channel EventReceivedTime
    ExecutionProcessID EventID Category Payload tags SeverityValue Keywords EventType Version SourceModuleName SourceModuleType Domain
    host RecordNumber ThreadID Task Hostname @version ContextInfo UserID Opcode`),
  scriptBlock: shape('powershell', 4104, 2, 1, 'Execute a Remote Command', `
    @timestamp OpcodeValue AccountName port AccountType Severity EventTime SourceName ProviderGuid Channel MessageNumber EventReceivedTime
    ExecutionProcessID EventID Category ScriptBlockText tags SeverityValue Keywords EventType Version MessageTotal SourceModuleName
    SourceModuleType Domain host RecordNumber ThreadID Task ScriptBlockId Hostname @version UserID Opcode`),
  serviceState: shape('services', 7036, 0, 0, '', `
    @timestamp OpcodeValue port Severity EventTime SourceName ProviderGuid Channel param1 EventReceivedTime ExecutionProcessID EventID
    tags SeverityValue Keywords EventType Version SourceModuleName SourceModuleType host RecordNumber ThreadID Task Message Hostname
    @version param2`),
  serviceInstalled: shape('services', 7045, 0, 0, '', `
    @timestamp OpcodeValue AccountName port Severity EventTime SourceName ProviderGuid Channel ServiceName ImagePath ServiceType StartType
    EventReceivedTime ExecutionProcessID EventID tags SeverityValue Keywords EventType Version SourceModuleName SourceModuleType host
    RecordNumber ThreadID Task Message Hostname @version UserID`),
} as const;

export type ShapeName = keyof typeof SHAPES;
