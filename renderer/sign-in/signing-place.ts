import { createContext, useContext } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { OFFICER_ROLES, type OfficerRole } from '#shared/domain/access/officer-rules.ts';
import type { Catalogue } from '#shared/text/vi.ts';

/** The words of signing in and of the list of officers that another place than a desk says otherwise. */
type SigningWords = {
  readonly signIn: Partial<Catalogue['signIn']>;
  readonly officers: Partial<Catalogue['settings']['officers']>;
};

/** Where one signs in that is no desk: it has roles and words of its own, and no counters at which officers sit. */
type SigningPlace = {
  readonly words: SigningWords;
  readonly roles: readonly { readonly value: string; readonly label: string }[];
  /** What a new officer is. */
  readonly newRoles: readonly string[];
};

/** Null at a desk. */
export const SigningPlaceContext = createContext<SigningPlace | null>(null);

export function useSigningPlace(): SigningPlace | null {
  return useContext(SigningPlaceContext);
}

export function useSigningText(): Pick<Catalogue, 'signIn'> & Pick<Catalogue['settings'], 'officers'> {
  const { signIn, settings } = useText();
  const { words } = useSigningPlace() ?? {};
  return {
    signIn: { ...signIn, ...words?.signIn },
    officers: { ...settings.officers, ...words?.officers },
  };
}

type OfficerRoles = {
  readonly options: readonly { readonly value: OfficerRole; readonly label: string }[];
  /** What a new officer is. */
  readonly fresh: readonly OfficerRole[];
};

/** What an officer may be here. The methods of a level take its roles where those of a desk take theirs. */
export function useOfficerRoles(): OfficerRoles {
  const { roles } = useText().settings.officers;
  const place = useSigningPlace();
  if (place !== null) return { options: place.roles, fresh: place.newRoles } as OfficerRoles;
  const options = OFFICER_ROLES.map((value) => ({ value, label: roles[value] }));
  return { options, fresh: ['reception', 'counter'] };
}
