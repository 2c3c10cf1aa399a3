import type { GraphQLNamedType } from 'graphql';

/** By its name, as Relay's specification of connections has it. */
export const isConnection = (type: GraphQLNamedType): boolean => type.name.endsWith('Connection');
