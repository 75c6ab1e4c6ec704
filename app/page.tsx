import { Huntbook } from './huntbook';

export default function Page() {
  return <Huntbook />;
}
