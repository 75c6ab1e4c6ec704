/** A hunt in `public/hunts/`: what its document says of itself, so that the page need not fetch it to list it. */
export interface ShippedHunt {
  readonly id: string;
  readonly title: string;
  /** ATT&CK techniques. */
  readonly techniques: readonly string[];
  /** A public dataset that shows it. */
  readonly dataset: { readonly title: string; readonly link: string };
}

export const shippedHunts: readonly ShippedHunt[] = [
  {
    id: 'smb-create-remote-file',
    title: 'SMB Create Remote File',
    techniques: ['T1021.002', 'T1570'],
    dataset: {
      title: 'Covenant Copy File SMB',
      link: 'https://raw.githubusercontent.com/OTRF/Security-Datasets/master/datasets/atomic/windows/lateral_movement/host/covenant_copy_smb_CreateRequest.zip',
    },
  },
];
