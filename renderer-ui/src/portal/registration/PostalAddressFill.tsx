import { useQuery } from '../../api/query/index.js';
import { useEffect, useRef, type ReactNode } from 'react';
import { fetchPostalAddresses } from '../../api/lookups.js';
import type { PostalAddress } from '../../api/types.js';
import { useRegistrationTexts } from '../../texts/index.js';
import { Button } from '../../ui/index.js';

interface PostalAddressFillProps {
  readonly postal: string;
  readonly address: string;
  readonly onAddress: (address: string) => void;
}

const written = ({ prefecture, city, town }: PostalAddress): string => `${prefecture}${city}${town}`;

/**
 * What a postal code stands for. The only address is filled in where nothing was typed yet, or where our own proposal
 * for another code still stands; several are offered. What was typed is never replaced.
 */
export function PostalAddressFill({ postal, address, onAddress }: PostalAddressFillProps): ReactNode {
  const texts = useRegistrationTexts();
  const code = postal.normalize('NFKC').replace(/[^0-9]/g, '');
  const looked = useQuery({
    queryKey: ['postal-codes', code],
    queryFn: () => fetchPostalAddresses(code),
    enabled: code.length === 7,
    staleTime: Infinity,
  });
  const found = code.length === 7 ? looked.data : undefined;
  const proposed = useRef('');
  // The code that was there from the start has its address already.
  const settled = useRef(address === '' ? '' : code);
  useEffect(() => {
    if (!found || settled.current === code) return;
    settled.current = code;
    const [only] = found.length === 1 ? found : [];
    if (!only || (address !== '' && address !== proposed.current)) return;
    proposed.current = written(only);
    onAddress(proposed.current);
  }, [found, code, address, onAddress]);
  if (!found || found.some((one) => address.startsWith(written(one)))) return null;
  if (found.length === 0) return <p className="tz-quiet">{texts.profile.postalUnknown}</p>;
  return (
    <div className="tz-stack" role="group" aria-label={texts.profile.postalChoose}>
      <p className="tz-quiet">{texts.profile.postalChoose}</p>
      {found.map((one) => (
        <Button key={written(one)} size="small" onClick={() => onAddress(written(one))}>
          {texts.profile.postalUse(written(one))}
        </Button>
      ))}
    </div>
  );
}
