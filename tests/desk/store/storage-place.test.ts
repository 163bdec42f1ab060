import { describe, expect, it } from 'vitest';
import { machineSyncedFolders, placeProblem, realFolderOf } from '#electron/desk/store/storage-place.ts';
import { bytesOf, open, reasonOf, temporaryFolder } from './store-folder.ts';

const mounts = `
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
server:/export /srv/nfs nfs4 rw,vers=4.2 0 0
//nas/ward /mnt/Chia\\040s\\303\\251 cifs rw 0 0
user@pc: /home/desk/remote fuse.sshfs rw 0 0
/dev/sdb1 /srv/nfs/local ext4 rw 0 0
drive: /home/desk/drive fuse.rclone rw 0 0
host /mnt/host 9p rw 0 0
shared /media/sf_chung vboxsf rw 0 0
`;

describe('a place for the database', () => {
  it.each([
    ['\\\\server\\share\\quay', 'network-folder'],
    ['//host/share/quay', 'network-folder'],
    ['\\\\?\\UNC\\server\\share', 'network-folder'],
    ['/srv/nfs', 'network-folder'],
    ['/srv/nfs/quay', 'network-folder'],
    ['/home/desk/remote/quay', 'network-folder'],
    ['C:\\Users\\canbo\\OneDrive\\quay', 'cloud-folder'],
    ['C:\\Users\\canbo\\OneDrive - UBND Phường\\quay', 'cloud-folder'],
    ['C:\\Users\\canbo\\ONEDRIVE\\quay', 'cloud-folder'],
    ['/home/desk/Dropbox/quay', 'cloud-folder'],
    ['D:\\Dropbox (Personal)\\quay', 'cloud-folder'],
    ['G:\\My Drive\\quay', 'cloud-folder'],
    ['G:\\Drive của tôi\\quay'.normalize('NFD'), 'cloud-folder'],
    ['C:/Users/canbo/Google Drive/quay', 'cloud-folder'],
    ['C:\\Users\\canbo\\iCloudDrive\\quay', 'cloud-folder'],
    ['/home/desk/drive/quay', 'cloud-folder'],
    ['/mnt/host/quay', 'network-folder'],
    ['/media/sf_chung/quay', 'network-folder'],
    ['C:\\Users\\canbo\\Box\\quay', 'cloud-folder'],
    ['C:\\Users\\canbo\\Box Sync\\quay', 'cloud-folder'],
    ['C:\\Users\\canbo\\MEGA\\quay', 'cloud-folder'],
    ['C:\\Users\\canbo\\MEGAsync\\quay', 'cloud-folder'],
    ['C:\\Users\\canbo\\Proton Drive\\quay', 'cloud-folder'],
    ['C:\\Users\\canbo\\Boxes\\quay', null],
    ['/srv/nfs/local/quay', null],
    ['/srv/nfs-of-ours/quay', null],
    ['/home/desk/quay', null],
    ['\\\\?\\C:\\quay', null],
    ['C:\\ProgramData\\quay', null],
    ['C:\\Users\\canbo\\OneDriveCu\\quay', null],
  ])('%s is %s', (folder, reason) => {
    expect(placeProblem(folder, folder, mounts)?.reason ?? null).toBe(reason);
  });

  it('knows the folder that OneDrive names as its own, whatever it is called', () => {
    const synced = machineSyncedFolders({ OneDrive: 'D:\\TaiLieu\\', OneDriveCommercial: 'D:\\UBND' });
    expect(synced).toEqual(['D:\\TaiLieu\\', 'D:\\UBND']);
    const all = { OneDrive: 'C:\\a', OneDriveConsumer: 'C:\\b', OneDriveCommercial: 'C:\\c', Path: 'C:\\d' };
    expect(machineSyncedFolders(all)).toEqual(['C:\\a', 'C:\\b', 'C:\\c']);
    expect(machineSyncedFolders({ OneDrive: '' })).toEqual([]);
    const reason = (folder: string) => placeProblem(folder, folder, '', synced)?.reason ?? null;
    expect(reason('d:\\tailieu\\quay')).toBe('cloud-folder');
    expect(reason('D:/UBND')).toBe('cloud-folder');
    expect(reason('D:\\UBND2\\quay')).toBe(null);
  });

  it('follows a mapped drive or a link to where it leads', () => {
    expect(placeProblem('Z:\\quay', '\\\\server\\share\\quay', '')?.reason).toBe('network-folder');
    expect(placeProblem('/home/desk/quay', '/home/desk/Dropbox/quay', '')?.reason).toBe('cloud-folder');
  });

  it('finds the place of a folder that does not exist yet', () => {
    const folder = temporaryFolder();
    expect(realFolderOf(`${folder}/a/b`)).toBe(`${realFolderOf(folder)}/a/b`);
  });

  it('refuses such a place before anything is made there', () => {
    const folder = temporaryFolder();
    const table = `server:/x ${realFolderOf(folder)} nfs rw 0 0\n`;
    expect(reasonOf(open(folder, { mounts: table }))).toBe('network-folder');
    expect(reasonOf(open(`${folder}/OneDrive/desk`))).toBe('cloud-folder');
    expect(bytesOf(folder)).toEqual({});
    expect(reasonOf(open(folder, { mounts: '' }))).toBe('opened');
  });
});
