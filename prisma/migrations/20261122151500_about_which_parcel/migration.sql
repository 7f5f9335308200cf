-- Which parcel of its order a conversation is about. Only ever compared, so it may outlive the parcel.
ALTER TABLE "conversation" ADD COLUMN "parcelId" TEXT;
