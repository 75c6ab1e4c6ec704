import { fileURLToPath } from 'node:url';

export const ARCHIVE_NAME = 'metasploit_sharpdump_lsass_memory_dump.zip';
export const HUNT_PATH = fileURLToPath(new URL('../../public/hunts/smb-create-remote-file.md', import.meta.url));
