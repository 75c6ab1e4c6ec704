import { expect, it } from 'vitest';
import { pathParts } from './path-parts';

it.each([
  ['TargetFilename', 'C:\\ProgramData\\GruntHTTP.exe', 'C:\\ProgramData\\', 'GruntHTTP.exe'],
  ['winlog.event_data.Image', 'c:\\a b\\c.d.exe', 'c:\\a b\\', 'c.d.exe'],
  ['Application', '\\device\\harddiskvolume2\\windows\\system32\\svchost.exe', '\\device\\harddiskvolume2\\windows\\system32\\', 'svchost.exe'],
  [null, '\\\\FS01\\Docs\\a.txt', '\\\\FS01\\Docs\\', 'a.txt'],
  ['ShareLocalPath', '\\??\\C:\\Windows\\a.txt', '\\??\\C:\\Windows\\', 'a.txt'],
  ['RelativeTargetName', 'ProgramData\\GruntHTTP.exe', 'ProgramData\\', 'GruntHTTP.exe'],
])('%s = %s', (field, value, directory, name) => {
  expect(pathParts(field, value)).toEqual({ directory, name });
});

it.each([
  ['ShareName', '\\\\*\\C$'],
  ['RelativeTargetName', 'srvsvc'],
  ['TargetObject', 'HKLM\\System\\CurrentControlSet'],
  ['ObjectName', '\\REGISTRY\\MACHINE\\SYSTEM'],
  ['CommandLine', 'C:\\Windows\\System32\\cmd.exe /c dir'],
  ['SubjectUserName', 'THESHIRE\\pgustavo'],
  ['TargetFilename', 'C:\\ProgramData\\'],
])('is none: %s = %s', (field, value) => {
  expect(pathParts(field, value)).toBeNull();
});
