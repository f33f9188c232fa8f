import { suiteOfAgreement } from '../lib/commandLine';

suiteOfAgreement();
